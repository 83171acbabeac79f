// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "findings", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/stencilproject/Stencil", exact: "0.15.1"),
  ],
  targets: [
    // The library that bodies are compared with, under a name of its own.
    .systemLibrary(name: "CCmarkReference", pkgConfig: "libcmark"),
    // Contenders that take turns, medians and tables.
    .target(name: "Measuring", swiftSettings: strict),
    // A seeded register of any size, as content for both.
    .target(name: "MadeUpRegister", swiftSettings: strict),
    .executableTarget(
      name: "generate-register",
      dependencies: [
        "MadeUpRegister",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    // A workspace after random edits, beside clean builds.
    .executableTarget(
      name: "edit-register",
      dependencies: [
        "MadeUpRegister",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FindingsModules", package: "findings"),
      ], swiftSettings: strict),
    // What any generator must do at least, in C.
    .executableTarget(name: "floor", dependencies: ["CCmarkReference"]),
    // Our template engine beside two others.
    .executableTarget(
      name: "bench-templates",
      dependencies: [
        "Measuring", .product(name: "FindingsModules", package: "findings"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Stencil", package: "Stencil"),
      ], swiftSettings: strict),
    // Our Markdown layer beside plain cmark.
    .executableTarget(
      name: "bench-markdown",
      dependencies: [
        "CCmarkReference", "MadeUpRegister", "Measuring",
        .product(name: "FindingsModules", package: "findings"),
      ], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
