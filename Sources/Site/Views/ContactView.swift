import HTML
import Inspections
import Templates

/// How an office is reached, with the page it is shown on.
struct ContactView: TextScope, Sendable {
  let contact: Contact
  let scope: ReferenceScope
  let site: SiteContext

  static let view = View<ContactView>(
    "Contact", "How an office is reached.",
    [
      .html("title", "Which office; may be empty.") { $0.text($0.contact.title) },
      .text("postal-address", "Where letters go; may be empty.") {
        $0.contact.postalAddress ?? ""
      },
      .texts("telephones", "Its telephone numbers.") { $0.contact.telephones },
      .texts("emails", "Its e-mail addresses.") { $0.contact.emails },
    ])
}
