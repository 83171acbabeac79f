// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every module: Swift 6 mode, no implicit existential or re-exported import,
/// unsafe code marked where it stands, and no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// Tests use Foundation's file handling freely, so they do without the marks of memory safety.
let strictTests: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

/// The commit that a release is built from; `scripts/release` says it, and other builds leave it open.
let commit = (Context.environment["FINDINGS_COMMIT"] ?? "").filter(\.isHexDigit)

let package = Package(
  name: "findings",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "findings", targets: ["findings"]),
    .library(
      name: "FindingsModules",
      targets: [
        "Diagnostics", "HTML", "CommonMark", "FrontMatter", "Templates", "Inspections", "Site",
        "Publisher",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // The two C libraries of the system: a module map and a shim header each.
    .systemLibrary(
      name: "CCmark", pkgConfig: "libcmark",
      providers: [
        .apt(["libcmark-dev"]), .brew(["cmark"]),
      ]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [
        .apt(["libyaml-dev"]), .brew(["libyaml"]),
      ]),

    // Memory for cmark's trees, a pool for each thread.
    .target(name: "CMarkPool", dependencies: ["CCmark"]),

    // Calls to the system that Swift cannot make itself.
    .target(name: "SystemCalls"),

    // What a release says of itself: the commit, as the build is told it.
    .target(name: "CBuildFacts", cSettings: [.define("FINDINGS_COMMIT", to: "\"\(commit)\"")]),

    // The processor's own instructions for SHA-256.
    .target(name: "CSHA256"),

    // Bytes of texts, eight at a time.
    .target(name: "Bytes", swiftSettings: strict),
    // What the tool says of its input: places, checks, messages and their formats.
    .target(name: "Diagnostics", dependencies: ["Bytes", "CSHA256"], swiftSettings: strict),
    // The one escaping door to output bytes.
    .target(name: "HTML", dependencies: ["Bytes"], swiftSettings: strict),

    // Bytes of Markdown to HTML with open references; the only importer of CCmark.
    .target(
      name: "CommonMark", dependencies: ["Bytes", "CCmark", "CMarkPool", "Diagnostics", "HTML"],
      swiftSettings: strict),
    // Bytes of YAML to nodes with spans; the only importer of CYAML.
    .target(
      name: "FrontMatter", dependencies: ["Bytes", "CYAML", "Diagnostics"], swiftSettings: strict),
    // The string-template engine.
    .target(name: "Templates", dependencies: ["Diagnostics", "HTML"], swiftSettings: strict),

    // The domain, pure: model, schema, checks, linking, history.
    .target(
      name: "Inspections",
      dependencies: ["Bytes", "CommonMark", "Diagnostics", "FrontMatter", "HTML"],
      swiftSettings: strict),
    // The shipped theme as a Swift source, so that an installed `findings` needs nothing beside it.
    .executableTarget(name: "embed-theme", path: "Sources/EmbedTheme", swiftSettings: strict),
    .plugin(
      name: "EmbedThemePlugin", capability: .buildTool(), dependencies: ["embed-theme"],
      path: "Sources/EmbedThemePlugin"),
    // What the public sees: pages, charts, feeds, data.
    .target(
      name: "Site",
      dependencies: ["CommonMark", "Diagnostics", "HTML", "Inspections", "Templates"],
      swiftSettings: strict,
      plugins: ["EmbedThemePlugin"]),
    // Disk: loading, writing, the build.
    .target(
      name: "Publisher",
      dependencies: [
        "SystemCalls", "CommonMark", "Diagnostics", "FrontMatter", "HTML", "Inspections", "Site",
        "Templates",
      ], swiftSettings: strict),
    // Watching files and serving them on this machine.
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", "HTML", "Publisher", "Site",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ], swiftSettings: strict),
    // The Language Server Protocol: what editors ask while somebody writes.
    .target(
      name: "LanguageServer",
      dependencies: [
        "CommonMark", "Diagnostics", "FrontMatter", "Inspections", "Publisher", "Site", "Templates",
      ], swiftSettings: strict),
    // The command line.
    .executableTarget(
      name: "findings",
      dependencies: [
        "CBuildFacts", "CommonMark", "Diagnostics", "HTML", "Inspections", "LanguageServer",
        "Preview",
        "Publisher", "Site", "Templates",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),

    // What several test targets share: expected output, difficult names, and inputs made at random.
    .target(
      name: "TestSupport", dependencies: ["CommonMark", "Diagnostics", "Inspections"],
      path: "Tests/Support", swiftSettings: strictTests),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Bytes", "Diagnostics", "TestSupport"],
      exclude: ["Expected"], swiftSettings: strictTests),
    .testTarget(name: "HTMLTests", dependencies: ["HTML"], swiftSettings: strictTests),
    .testTarget(
      name: "CommonMarkTests", dependencies: ["CommonMark", "Diagnostics", "HTML", "TestSupport"],
      exclude: ["Constructs"],
      swiftSettings: strictTests),
    .testTarget(
      name: "FrontMatterTests", dependencies: ["FrontMatter", "Diagnostics"],
      swiftSettings: strictTests
    ),
    .testTarget(
      name: "TemplatesTests", dependencies: ["Templates", "Diagnostics", "HTML", "TestSupport"],
      exclude: ["Specs"], swiftSettings: strictTests),
    .testTarget(
      name: "InspectionsTests",
      dependencies: [
        "Inspections", "CommonMark", "Diagnostics", "FrontMatter", "HTML", "TestSupport",
      ],
      exclude: ["Specs", "TrueSentences.md"], swiftSettings: strictTests),
    .testTarget(
      name: "FindingsTests",
      dependencies: [
        "Publisher", "Site", "Inspections", "Diagnostics", "Templates", "CommonMark", "TestSupport",
      ], swiftSettings: strictTests),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Site", "Inspections", "CommonMark", "Diagnostics", "FrontMatter", "HTML", "Templates",
        "TestSupport",
      ], swiftSettings: strictTests),
    .testTarget(
      name: "PublisherTests",
      dependencies: ["Publisher", "Inspections", "Diagnostics", "TestSupport"],
      swiftSettings: strictTests
    ),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: [
        "LanguageServer", "Publisher", "Inspections", "CommonMark", "Diagnostics", "FrontMatter",
        "Site", "Templates", "TestSupport",
      ], swiftSettings: strictTests),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "Diagnostics", "Inspections", "Preview", "Publisher", "Site", "TestSupport",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ], swiftSettings: strictTests),
  ],
  swiftLanguageModes: [.v6]
)
