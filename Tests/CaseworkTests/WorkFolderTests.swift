import Foundation
import Testing

@testable import Casework

@Suite struct `A folder for one piece of work` {
    @Test func `is its owner's alone, and gone when the work ends`() throws {
        let parent = Scratch.path()
        let folder = try WorkFolder(in: parent)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        try Data("work".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
        folder.remove()
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent) == [])
    }

    @Test func `is left alone while somebody works in it, and removed when nobody does`() throws {
        let parent = Scratch.path()
        let held = try WorkFolder(in: parent)
        let abandoned = [
            parent + "/dossier-" + UUID().uuidString.lowercased(),
            parent + "/." + UUID().uuidString.lowercased(),
        ]
        let foreign = parent + "/dossier-notes"
        for path in abandoned + [foreign] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        }
        try Data("left".utf8).write(to: URL(fileURLWithPath: abandoned[0] + "/casefile.xml"))
        let next = try WorkFolder(in: parent)
        for path in abandoned { #expect(!FileManager.default.fileExists(atPath: path)) }
        for path in [held.path, next.path, foreign] { #expect(FileManager.default.fileExists(atPath: path)) }
        held.remove()
        next.remove()
    }

    @Test func `cannot be made where nothing can, and the error says why`() throws {
        let file = Scratch.path()
        try Data().write(to: URL(fileURLWithPath: file))
        #expect {
            _ = try WorkFolder(in: file)
        } throws: { error in
            if case CaseworkError.file(file, ENOTDIR) = error { true } else { false }
        }
    }
}
