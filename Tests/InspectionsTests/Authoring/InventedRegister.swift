import Inspections
import TestSupport

/// A register of a few invented records, read from text as the shipped one is from files.
struct InventedRegister {
  let register: Register

  init(adding files: [String: String] = [:]) {
    let written = WrittenRegister(files, usual: Self.files)
    guard let register = written.register else {
      preconditionFailure("the site of the tests is whole")
    }
    self.register = register
  }

  static let site = """
    title: Small register
    base_url: https://example.org/register/
    language: en-GB
    publisher: Nobody
    visible_roles: [signatory]
    licences: [{id: open, title: Open}]
    answer_scales:
      - {id: yes-no, title: Yes or no, answers: [{id: "yes", title: Yes}, {id: "no", title: No}]}
    """

  private static let files: [String: String] = [
    "site.yml": site,
    "organisations/watch.md": "---\ntitle: The Watch\nkind: inspectorate\nfrom: 2001\n---\n",
    "organisations/service.md":
      "---\ntitle: The Service\nkind: inspected-body\nsponsors: [{organisation: watch}]\n---\n",
    "frameworks/rules-2009.md": """
    ---
    title: Rules of 2009
    inspectorate: watch
    from: 2009-09
    grades: [{id: good, title: Good}, {id: poor, title: Poor}]
    progress: [{id: enough, title: Enough}, {id: little, title: Little}]
    aspects: [{id: plans, title: Plans}, {id: records, title: Records}]
    ---
    """,
    "areas/north.md":
      "---\ntitle: North\nkind: region\norganisation: service\nfrom: 2001\nto: 2009-04\nsuccessors: north-east\n---\n",
    "areas/north-east.md": "---\ntitle: North East\nkind: region\norganisation: service\n---\n",
    "reports/north-east-2010.md": """
    ---
    title: Inspection of the North East
    kind: inspection
    publisher: watch
    framework: rules-2009
    area: north-east
    published: 2010-02-03
    judgements: [{aspect: plans, grade: poor}]
    recommendations:
      - {id: 1, text: Write plans with every family., aspect: plans}
      - {id: 2, text: Keep records., aspect: records}
    ---
    """,
    "coverage/gazette-2010.md":
      "---\ntitle: Plans were poor\noutlet: Gazette\npublished: 2010-02-04\nkind: news\nabout: north-east-2010\n---\n",
    "glossary/plan.md": "---\ntitle: Plan\ndefinition: What is meant to happen.\n---\n",
  ]
}
