"""A made-up register with one long history and one long list, as files of a project by their path."""

ASPECTS = ["care planning", "leadership", "safety", "records", "training", "premises", "complaints", "food"]
GRADES = ["outstanding", "good", "adequate", "inadequate"]
YEARS = range(2009, 2024)
OTHER_AREAS = 34


def _list(lines):
    return "\n".join(f"  - {line}" for line in lines)


def _inspection(area, year, asked):
    """An inspection whose grades change from year to year."""
    judgements = [f"{{aspect: {aspect.split()[0]}, grade: {GRADES[(year + place) % 4]}}}"
                  for place, aspect in enumerate(ASPECTS)]
    recommendations = [
        f"{{id: {number}, text: Mend what part {number} of the report of {year} found to be wrong.,"
        f" aspect: {ASPECTS[number % 8].split()[0]}, due: within {3 * number} months, to: [board]}}"
        for number in range(1, asked + 1)]
    return (f"---\ntitle: Inspection of {area}, {year}\nkind: inspection\npublisher: office\nframework: round\n"
            f"area: {area}\nfieldwork: {year}-03\npublished: {year}-05-12\noverall: {GRADES[year % 4]}\n"
            f"judgements:\n{_list(judgements)}\nrecommendations:\n{_list(recommendations)}\n---\n")


def _visit(area, year):
    """A visit that looks at the four things asked for in the year before."""
    progress = [f"{{recommendation: {number}, judgement: {'none' if number % 2 else 'some'}}}"
                for number in range(1, 5)]
    return (f"---\ntitle: Visit to {area}, {year}\nkind: monitoring\npublisher: office\nframework: round\n"
            f"area: {area}\nfollows: {area}-{year - 1}\nfieldwork: {year}-02\npublished: {year}-02-20\n"
            f"progress:\n{_list(progress)}\n---\n")


def long_register():
    """Fifteen years of one area, and 400 recommendations to one body."""
    files = {
        "content/site.yml": "title: A long register\nbase_url: https://example.org/\nlanguage: en-GB\n"
                            "publisher: The editors\n",
        "content/organisations/board.md": "---\ntitle: The Board\nkind: inspected-body\n---\n",
        "content/organisations/office.md": "---\ntitle: The Office\nkind: inspectorate\n---\n",
        "content/frameworks/round.md":
            "---\ntitle: The yearly round\ninspectorate: office\ngrades:\n"
            + _list(f"{{id: {grade}, title: {grade.capitalize()}}}" for grade in GRADES)
            + "\nprogress:\n  - {id: some, title: Some progress}\n  - {id: none, title: No progress}\naspects:\n"
            + _list(f"{{id: {aspect.split()[0]}, title: {aspect.capitalize()}}}" for aspect in ASPECTS)
            + "\n---\n",
    }
    areas = ["long-shore"] + [f"shore-{number}" for number in range(OTHER_AREAS)]
    for area in areas:
        files[f"content/areas/{area}.md"] = \
            f"---\ntitle: {area.replace('-', ' ').title()}\nkind: region\norganisation: board\n---\n"
    for year in YEARS:
        files[f"content/reports/long-shore-{year}.md"] = _inspection("long-shore", year, asked=4)
        files[f"content/reports/long-shore-{year + 1}-visit.md"] = _visit("long-shore", year + 1)
    for place, area in enumerate(areas[1:]):
        year = YEARS[place % len(YEARS)]
        files[f"content/reports/{area}-{year}.md"] = _inspection(area, year, asked=10)
    return files
