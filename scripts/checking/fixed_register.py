"""A register of 200 reports that is always the same: what the guard of instructions builds.

Nothing in it comes from chance, a clock or the rest of the repository, so that only a change of the program
changes what building it costs.
"""

REPORTS = 200
PER_AREA = 10
GRADES = ["outstanding", "good", "adequate", "poor"]
PROGRESS = ["done", "begun", "missed"]
ASPECTS = ["safeguarding", "planning", "workforce", "leadership"]

SUBJECTS = ["The duty team", "The local office", "Inspectors found that the panel", "The practice manager"]
VERBS = ["records clearly", "keeps under review", "does not yet monitor", "has strengthened", "relies on"]
OBJECTS = ["the plan for each case", "*the timing of first contact*", "the views of families",
           "**the supervision of staff**", "the quality of written analysis", "its arrangements"]
ENDINGS = ["which staff describe as helpful", "so that delay is noticed early",
           "although the evidence is thin", "& nobody is told “why”"]

SITE = """title: A register for counting
base_url: https://inspections.example.org/
language: en-GB
publisher: Nobody
description: Nothing in it happened.
licences:
  - {id: open, title: Open licence, address: "https://inspections.example.org/licence"}
"""


def files():
    """The content of the project by path."""
    made = {
        "content/site.yml": SITE,
        "content/organisations/office.md": "---\ntitle: The Inspectorate\nkind: inspectorate\n---\n",
        "content/organisations/service.md": "---\ntitle: The Service\nkind: inspected-body\n---\n",
        "content/frameworks/round.md": framework(),
        "content/glossary/plan.md": "---\ntitle: Plan\ndefinition: What is to be done, and by whom.\n---\n",
        "content/pages/about.md": "---\ntitle: About\n---\n\nWhat this register is.\n",
    }
    for area in range(REPORTS // PER_AREA):
        made[f"content/areas/area-{area}.md"] = (
            f"---\ntitle: Area {word(area)}\nkind: region\norganisation: service\n---\n\nAbout the area.\n")
    for number in range(REPORTS):
        made[f"content/reports/{report_id(number)}.md"] = report(number)
    return made


def report_id(number):
    return f"report-{number:03}"


def word(number):
    """A name without digits, of which there are enough."""
    return "BCDFGHJKLMNPRSTVWZ"[number % 18] + "aeiou"[number // 18 % 5] + "nton"


def framework():
    grades = "".join(f"  - {{id: {grade}, title: {grade.capitalize()}}}\n" for grade in GRADES)
    aspects = "".join(f"  - {{id: {aspect}, title: {aspect.capitalize()}}}\n" for aspect in ASPECTS)
    progress = "".join(f"  - {{id: {step}, title: {step.capitalize()}}}\n" for step in PROGRESS)
    return ("---\ntitle: The Round\ninspectorate: office\n"
            f"grades:\n{grades}progress:\n{progress}aspects:\n{aspects}---\n")


def is_visit(number):
    return number % PER_AREA == PER_AREA - 1


def report(number):
    year, month = 2005 + number % PER_AREA, 1 + number % 12
    head = [
        f"title: 'Area {word(number // PER_AREA)}: "
        f"{'monitoring visit' if is_visit(number) else 'inspection'}, {year}'",
        f"kind: {'monitoring' if is_visit(number) else 'inspection'}",
        "publisher: office", "framework: round", f"area: area-{number // PER_AREA}",
        f"reference: R{number}", f"fieldwork: {year}-{month:02}-05/{year}-{month:02}-09",
        f"published: {year}-{month:02}-27", "licence: open",
    ]
    head += visit(number) if is_visit(number) else inspection(number)
    return "---\n" + "\n".join(head) + "\n---\n\n" + body(number)


def visit(number):
    conclusions = [f"  - {{recommendation: {index}, judgement: {PROGRESS[(number + index) % 3]}}}"
                   for index in range(1, 4)]
    return [f"follows: {report_id(number - 1)}", "progress:"] + conclusions


def inspection(number):
    head = [f"overall: {GRADES[number % 4]}", "judgements:"]
    head += [f"  - {{aspect: {aspect}, grade: {GRADES[(number + place) % 4]}, paragraph: {place + 1}}}"
             for place, aspect in enumerate(ASPECTS)]
    head.append("recommendations:")
    for index in range(1, 4):
        head += [f"  - id: {index}",
                 f"    text: Review {OBJECTS[(number + index) % 6].strip('*')} and what follows from it.",
                 f"    aspect: {ASPECTS[(number + index) % 4]}", f"    paragraph: {index}",
                 f"    due: within {index * 3} months", "    to: [service]"]
    head += ["samples:", f"  - {{id: files, title: Case files, size: {10 + number % 7}, paragraph: 1,",
             f"     grades: {{outstanding: 2, good: 3, adequate: 4, poor: {1 + number % 7}}}}}"]
    return head


def body(number):
    parts = []
    for paragraph in range(1, 13):
        if paragraph % 3 == 1:
            parts.append(f"## Part {word(paragraph)}\n")
        text = " ".join(sentence(number * 7 + paragraph * 5 + index * 3) for index in range(6))
        parts.append(f"{paragraph}. {text} {link(number, paragraph)}\n")
        if paragraph % 4 == 0:
            parts.append("".join(f"    - {sentence(number + paragraph + index)}\n" for index in range(3)))
    return "\n".join(parts)


def sentence(seed):
    return (f"{SUBJECTS[seed % 4]} {VERBS[seed % 5]} {OBJECTS[seed % 6]}, {ENDINGS[seed // 2 % 4]}.")


def link(number, paragraph):
    other = (number * 3 + paragraph) % REPORTS
    asked = other - 1 if is_visit(other) else other
    return [f"See [that report](report:{report_id(other)}).",
            f"It is in [the area](area:area-{number // PER_AREA}).",
            f"This bears on [paragraph {paragraph}](para:{paragraph}).",
            f"Compare [what was asked](rec:{report_id(asked)}#{1 + paragraph % 3})."][paragraph % 4]
