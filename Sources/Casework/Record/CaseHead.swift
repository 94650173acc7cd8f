internal import Bundles
internal import CaseFile

extension OpenCase {
    /// What stands first in a case file. The number and the maker are known only when a bundle is written.
    /// - Parameters:
    ///   - at: what stands in it as its time of making.
    ///   - plan: the edition; nil: the whole case, as a court would see it.
    func about(at time: Moment, _ plan: EditionPlan? = nil) throws -> CaseFileAbout {
        let body = try caseRecord()
        var about = CaseFileAbout(
            caseRecord: id,
            caseNumber: body.number.text,
            titles: body.titles,
            jurisdiction: body.jurisdiction.text,
            agencyCode: office.code,
            agencyNames: [office.name],
            edition: plan?.name ?? "court",
            number: 1,
            createdAt: time,
            generator: "Dossier"
        )
        about.recipient = plan?.recipient?.party
        return about
    }
}
