import Diagnostics
import Inspections

extension DataTable {
  static let addressees = DataTable(
    "addressees", "Recommendations by addressee",
    "Where one recommendation stands for one of the bodies it was asked of.", addresseeColumns,
    ofReports: { source in
      source.reports.flatMap { report in
        source.histories[report].flatMap { whole in
          whole.recommendation.to.map {
            Addressed(body: $0.value, history: whole.concerning($0.value))
          }
        }
      }
    })

  /// A recommendation as it stands for a body.
  private struct Addressed: Sendable {
    let body: OrganisationID
    let history: RecommendationHistory
  }

  private static let addresseeColumns: [DataColumn<Addressed>] = [
    DataColumn("id", "The recommendation's id, `/`, and the body's.") {
      RowID("\($0.history.report.id)/\($0.history.recommendation.number.value)/\($0.body)")
    },
    DataColumn("recommendation", "The recommendation's id.", of: "recommendations") {
      RowID("\($0.history.report.id)/\($0.history.recommendation.number.value)")
    },
    DataColumn("organisation", "The body.") { $0.body },
    DataColumn("status", "Where it stands for the body; worked out.") { $0.history.status.kind },
    DataColumn(
      "progress", "What the last visit that judged it concluded of the body.",
      title: { addressed, id, register in
        let visit = addressed.history.lastConclusion?.visit
        return ReportWords.progress(ID(id), in: visit.flatMap(register.framework))
      }
    ) { $0.history.lastConclusion?.progress?.judgement },
    DataColumn("progress_visit", "That visit.") { $0.history.lastConclusion?.visit.id },
    DataColumn("closed_as", "Why it was closed.") { $0.history.status.closing?.reason },
    DataColumn("closed_by", "The visit that closed it.") { $0.history.status.closing?.visit },
    .address("The recommendation's page.") {
      .recommendation($0.history.report.id, $0.history.recommendation.number.value)
    },
  ]

  static let amounts = DataTable(
    "amounts", "Amounts of money", "One sum of money that a recommendation is about.",
    amountColumns,
    ofReports: { source in
      source.reports.flatMap { report in
        report.recommendations.flatMap { recommendation in
          recommendation.amounts.enumerated().map {
            Sum(report: report, number: recommendation.number.value, place: $0 + 1, amount: $1)
          }
        }
      }
    })

  /// An amount with the recommendation it belongs to.
  private struct Sum: Sendable {
    let report: Report
    let number: PrintedNumber
    let place: Int
    let amount: Amount
  }

  private static let amountColumns: [DataColumn<Sum>] = [
    DataColumn("id", "The recommendation's id, `/`, and the place among its amounts.") {
      RowID("\($0.report.id)/\($0.number)/\($0.place)")
    },
    DataColumn("recommendation", "The recommendation's id.", of: "recommendations") {
      RowID("\($0.report.id)/\($0.number)")
    },
    DataColumn(
      "kind", "What it is put to.",
      title: { sum, id, register in
        register.framework(of: sum.report)?.amountKinds.first { $0.id.value.name == id }?.title
      }
    ) { $0.amount.kind },
    DataColumn("value", "How much, in its currency.") { $0.amount.value.number },
    DataColumn("currency", "The code of the currency; two are never added.") {
      $0.amount.value.currency
    },
    .address("The recommendation's page.") { .recommendation($0.report.id, $0.number) },
  ]
}
