internal import Glibc

extension Reading {
    /// Pages without text, and pictures placed on pages, read by OCR.
    ///
    /// A JPEG is a stream of the file and is read as a file of its own; here are the others, which exist only decoded.
    func readPictures(_ path: String, _ pages: [[UInt8]], _ item: Item, _ found: inout Findings) async {
        guard let list = await run(.pdfimages, ["-list", path], for: item.place, &found) else { return }
        let images = PlacedImage.list(String(decoding: list.output, as: UTF8.self))
        let coded = images.filter { !$0.isFile && $0.isLegible }
        if !coded.isEmpty {
            let prefix = folder.newPath()
            if await run(.pdfimages, ["-png", path, prefix], for: item.place, &found) != nil {
                for image in coded.prefix(limits.pictures) {
                    let file = prefix + "-" + Self.padded(image.number) + ".png"
                    let place = item.place.adding(.page, image.page).adding(.image, image.number + 1)
                    await readByOCR(file, place, &found)
                }
                if coded.count > limits.pictures { found.miss(item.place.adding(.image), .tooLarge) }
                for file in folder.files(startingWith: prefix + "-") { unlink(file) }
            }
        }
        await readBarePages(path, pages, images, item, &found)
    }

    /// Whether a font has shapes only, so that what is written in it can be seen but not be copied.
    private func hasWordlessFont(_ path: String, _ item: Item, _ found: inout Findings) async -> Bool {
        guard let fonts = await run(.pdffonts, [path], for: item.place, &found) else { return false }
        return String(decoding: fonts.output, as: UTF8.self).split(separator: "\n").dropFirst(2).contains {
            line in
            let words = line.split(separator: " ")
            guard words.count >= 7, words[words.count - 3] == "no" else { return false }
            return line.contains("Identity-") || line.contains("Type 3")
        }
    }

    /// Pages on which nothing is written, unless one picture is all they have.
    private func readBarePages(
        _ path: String,
        _ pages: [[UInt8]],
        _ images: [PlacedImage],
        _ item: Item,
        _ found: inout Findings
    ) async {
        let counts = Dictionary(images.map { ($0.page, 1) }, uniquingKeysWith: +)
        let areAllBare = await hasWordlessFont(path, item, &found)
        let bare = pages.indices.filter { number in
            areAllBare
                || pages[number].lazy.filter { $0 > 0x20 }.count < 16 && counts[number + 1] != 1
        }
        for number in bare.prefix(limits.pictures) {
            let place = item.place.adding(.page, number + 1)
            let picture = folder.newPath()
            let page = String(number + 1)
            let arguments = [
                "-q", "-r", "200", "-gray", "-png", "-singlefile", "-f", page, "-l", page, path, picture,
            ]
            guard await run(.pdftoppm, arguments, for: place, &found) != nil else { return }
            guard access(picture + ".png", R_OK) == 0 else {
                found.miss(place, .damaged)
                continue
            }
            await readByOCR(picture + ".png", place, &found)
            unlink(picture + ".png")
        }
        if bare.count > limits.pictures { found.miss(item.place.adding(.page), .tooLarge) }
    }

    /// What tesseract reads in a picture, in the three scripts.
    ///
    /// - Parameter failure: what it means that it cannot be read.
    func readByOCR(
        _ path: String,
        _ place: Place,
        failure: NotSearched.Reason = .damaged,
        _ found: inout Findings
    ) async {
        guard Set(tools.languages) == Set(ExtractionTools.wantedLanguages) else {
            found.miss(place.adding(.ocr), .noTool)
            return
        }
        let arguments = [path, "stdout", "-l", tools.languages.joined(separator: "+"), "--psm", "1"]
        guard let result = await run(.tesseract, arguments, for: place.adding(.ocr), &found) else { return }
        if result.status != 0, result.ran == .finished { found.miss(place, failure) }
        found.add(place.adding(.ocr), result.output)
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(3 - digits.count, 0)) + digits
    }
}

/// A line of `pdfimages -list`.
struct PlacedImage {
    var page: Int
    /// Counted from 0 through the document.
    var number: Int
    var width: Int
    var height: Int
    /// JPEG and JPEG 2000 stand in the PDF as the files they are.
    var isFile: Bool

    /// Whether a letter could be in it.
    var isLegible: Bool { width >= 16 && height >= 8 }

    static func list(_ text: String) -> [PlacedImage] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count >= 9, let page = Int(words[0]), let number = Int(words[1]),
                let width = Int(words[3]),
                let height = Int(words[4])
            else { return nil }
            return PlacedImage(
                page: page,
                number: number,
                width: width,
                height: height,
                isFile: words[8] == "jpeg"
            )
        }
    }
}
