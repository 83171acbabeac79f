import Diagnostics

/// The website configuration of a bucket, as `aws s3api put-bucket-website --website-configuration` takes it.
///
/// A bucket has at most fifty rules, which go by what a key begins with, so only addresses of folders are
/// among them; the others are left to the pages that lead on. Header fields are for what stands before the
/// bucket, and `Cache-Control` for the upload.
///
/// Source: Amazon's documentation of website hosting with S3.
enum S3Rules {
  /// The most rules that a bucket takes.
  static let mostRules = 50

  static func words(_ moves: [Redirect], base: String) -> String {
    let folder = String(base.dropFirst())
    let rules = moves.filter { $0.from.hasSuffix("/") }.prefix(mostRules).map { move in
      OrderedJSON.fields([
        "Condition": .fields(["KeyPrefixEquals": .string(String(move.decodedSource.dropFirst()))]),
        "Redirect": .fields([
          "HttpRedirectCode": .string("301"),
          "ReplaceKeyWith": .string(String(move.to.dropFirst())),
        ]),
      ])
    }
    let configuration = OrderedJSON.fields([
      "IndexDocument": .fields(["Suffix": .string("index.html")]),
      "ErrorDocument": .fields(["Key": .string("\(folder)404.html")]),
      "RoutingRules": rules.isEmpty ? nil : .array(rules),
    ])
    return String(decoding: configuration.encoded(isIndented: true), as: UTF8.self)
  }
}
