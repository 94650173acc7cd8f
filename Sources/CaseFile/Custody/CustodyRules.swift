/// The rules of the chain of custody, in the order in which their findings at one event are listed.
public enum CustodyRules {
    /// Every rule, once.
    public static let all: [any CustodyRule.Type] = {
        var seen: Set<String> = []
        let rules: [any CustodyRule.Type] = caseRules + stepRules + chainRules
        return rules.filter { seen.insert($0.code).inserted }
    }()

    /// The rule with this code.
    public static func rule(_ code: String) -> (any CustodyRule.Type)? { byCode[code] }

    private static let byCode: [String: any CustodyRule.Type] =
        Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    /// What concerns no single chain.
    private static let caseRules: [any CustodyRule.Type] = [
        ExhibitExists.self,
        VersionsAgree.self,
        ParentageIsSound.self,
    ]

    private static let stepRules: [any CustodyStepRule.Type] = [
        BeginsOnce.self,
        NothingBeforeBeginning.self,
        ReleasedByCustodian.self,
        CustodyMovesByHandover.self,
        BothSidesStated.self,
        NotHandedToOneself.self,
        PlaceFollowsPlace.self,
        PlaceStated.self,
        NotInTheFuture.self,
        RecordedAfterTheFact.self,
        TimeIsExact.self,
        LateEntryIsShown.self,
        LateEntryIsExplained.self,
        ReceivedAfterRelease.self,
        NotHandledInTransit.self,
        ReceivedByNamedReceiver.self,
        TransitIsPrompt.self,
        CarrierIsNamed.self,
        HeldInStore.self,
        WithdrawnFromStore.self,
        WithdrawalIsAuthorised.self,
        DepositIsRegistered.self,
        SealMatches.self,
        SealChangesByUnsealing.self,
        UnsealsWhatWasSealed.self,
        UnsealingIsAuthorised.self,
        ResealingIsAuthorised.self,
        ReopeningIsByCourt.self,
        SealConditionStated.self,
        SealIsIntact.self,
        ConditionStated.self,
        SealIsNumbered.self,
        SealedBeforeItMoves.self,
        SealedWhereFound.self,
        SealedWasOpened.self,
        OpenedForAReason.self,
        SealKeptApart.self,
        SpecimenSealGoesAlong.self,
        DigestMatches.self,
        HandlingKeepsDigest.self,
        CopyEqualsOriginal.self,
        CopyHasDigest.self,
        DigestStated.self,
        DigestIsTheFiles.self,
        DigestsAreComparable.self,
        DigestIsStrong.self,
        WorkOnCopies.self,
        PartsAreNamed.self,
        PartsExist.self,
        PartsBelong.self,
        PartQuantityAgrees.self,
        QuantityIsKept.self,
        UnitIsKept.self,
        ExaminationUsesUp.self,
        SplitKeepsQuantity.self,
        NothingAfterTheEnd.self,
        EndIsAuthorised.self,
        DisposalIsByCourt.self,
        PurposeStated.self,
        BothSidesAttest.self,
        AttestedByItsSide.self,
        NotAttestedInAdvance.self,
        WitnessPresent.self,
        WitnessIsIndependent.self,
        RecordedOnce.self,
    ]

    private static let chainRules: [any CustodyChainRule.Type] = [
        BeginsWithSeizureOrReceipt.self,
        BeginsOnce.self,
        PartBeginsWithItsOrigin.self,
        TimeRunsForward.self,
        ReleaseIsReceived.self,
        HeldInStore.self,
        WithdrawalIsReturned.self,
        SealNotUsedTwice.self,
        NotLeftOpen.self,
        NumberUsedOnce.self,
        NumbersRunOn.self,
    ]
}

extension CustodyRules {
    static let table = Table()

    /// The rules by the event that they look at, so that none is asked in vain half a million times.
    struct Table: Sendable {
        let chainRules = CustodyRules.chainRules
        private let before: [[any CustodyStepRule.Type]]
        private let after: [[any CustodyStepRule.Type]]

        init() {
            before = CustodyEventKind.allCases.map { event in
                CustodyRules.stepRules.filter { $0.kinds.contains(event) }
            }
            after = before.map { rules in rules.filter { $0.looksPastTheEnd } }
        }

        func stepRules(for event: CustodyEventKind, pastTheEnd: Bool) -> [any CustodyStepRule.Type] {
            pastTheEnd ? after[event.ordinal] : before[event.ordinal]
        }
    }
}
