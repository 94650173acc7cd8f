// swift-tools-version: 6.2
import PackageDescription

// The layers, top to bottom; arrows point down only (docs/tour.md walks through them).
//
//     dossier                                   the command
//     Casework                                  use cases
//     Bundles · Ledger · Vault · Law            container, log, originals, jurisdiction packs
//     Redaction                                 copies from which content is gone
//     Signatures · Sealing                      XAdES over certificates; keys and what is encrypted
//     CaseFile                                  the records and the rules of custody
//     XML · Archive · Media · Extraction        libxml2 + libxslt, ZIP, libmagic, the text in any file

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let x509: Target.Dependency = .product(name: "X509", package: "swift-certificates")
let asn1: Target.Dependency = .product(name: "SwiftASN1", package: "swift-asn1")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "dossier",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "dossier", targets: ["dossier"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", exact: "1.7.4"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        // C libraries, each behind one door.
        .systemLibrary(
            name: "CXML",
            pkgConfig: "libxslt",
            providers: [.apt(["libxml2-dev", "libxslt1-dev"])]
        ),
        .systemLibrary(name: "CZip", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CMagic", pkgConfig: "libmagic", providers: [.apt(["libmagic-dev"])]),

        .target(name: "XML", dependencies: ["CXML"], swiftSettings: strict),
        .target(name: "Leaks", swiftSettings: strict),
        .target(name: "Archive", dependencies: ["CZip", "CDeflate"], swiftSettings: strict),
        .target(name: "CaseFile", dependencies: ["XML"], swiftSettings: strict),
        .target(
            name: "Signatures",
            dependencies: ["XML", crypto, cryptoExtras, x509, asn1],
            swiftSettings: strict
        ),
        // Leans on no other of ours: keys, and what is encrypted with them.
        .target(name: "Sealing", dependencies: [crypto, cryptoExtras, x509, asn1], swiftSettings: strict),
        .target(name: "Ledger", dependencies: ["CaseFile", crypto, grdb], swiftSettings: strict),
        .target(name: "Redaction", swiftSettings: strict),
        .target(name: "Media", dependencies: ["CMagic"], swiftSettings: strict),
        .target(name: "Extraction", dependencies: ["CZip", "Media", subprocess, system], swiftSettings: strict),
        .target(name: "Vault", dependencies: ["CMagic", "Media", crypto], swiftSettings: strict),
        .target(name: "Law", dependencies: ["CaseFile", "XML"], swiftSettings: strict),
        .target(
            name: "Bundles",
            dependencies: ["CaseFile", "Archive", "XML", "Ledger", "Vault", "Signatures", crypto],
            swiftSettings: strict
        ),
        .target(
            name: "Casework",
            dependencies: [
                "Bundles", "CaseFile", "Extraction", "Law", "Leaks", "Ledger", "Redaction", "Sealing", "Signatures",
                "Vault", "XML", crypto,
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "dossier",
            dependencies: ["Archive", "Bundles", "Casework", "Law", "Leaks", "Redaction", "Sealing", arguments],
            swiftSettings: strict
        ),
        // Makes the large case that `make bench` measures; no product, and built only there.
        .executableTarget(
            name: "bench-case",
            dependencies: ["Casework"],
            path: "bench/case",
            swiftSettings: strict
        ),
        // Times the leak scan's matcher in `make bench`.
        .executableTarget(
            name: "bench-leaks",
            dependencies: ["Leaks"],
            path: "bench/leaks",
            swiftSettings: strict
        ),

        .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: strict),
        .testTarget(name: "LeaksTests", dependencies: ["Leaks"], swiftSettings: strict),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive"], swiftSettings: strict),
        .testTarget(name: "CaseFileTests", dependencies: ["CaseFile", "XML"], swiftSettings: strict),
        .testTarget(name: "SignaturesTests", dependencies: ["Signatures", "XML"], swiftSettings: strict),
        .testTarget(
            name: "SealingTests",
            dependencies: ["Sealing"],
            exclude: ["hpke_outside.py", "rfc9180.json"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LedgerTests",
            dependencies: ["Ledger", "CaseFile", crypto, grdb],
            exclude: ["recompute_root.py"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ExtractionTests",
            dependencies: ["Extraction"],
            exclude: ["make_samples.py"],
            swiftSettings: strict
        ),
        .testTarget(name: "VaultTests", dependencies: ["Vault"], swiftSettings: strict),
        .testTarget(name: "RedactionTests", dependencies: ["Redaction"], swiftSettings: strict),
        .testTarget(
            name: "LawTests",
            dependencies: ["Law", "CaseFile", "XML"],
            exclude: ["break_sample.py", "check_rules.py", "read_calendar.py"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "BundlesTests",
            dependencies: ["Bundles", "Archive", "CaseFile", "Ledger", "Signatures", "XML", crypto],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CaseworkTests",
            dependencies: [
                "Casework", "Archive", "Bundles", "CaseFile", "Law", "Leaks", "Ledger", "Redaction", "Sealing", "Vault",
                "XML",
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CommandTests",
            dependencies: ["dossier"],
            exclude: ["plant_names.py", "try_planted.py"],
            swiftSettings: strict
        ),
    ]
)
