"""What an editor asks of the language server while a report is written; run by scripts/check-lsp."""

import asyncio
import os
import shutil

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from checking.site import REPOSITORY

FINDINGS = os.environ["FINDINGS"]
SITE = REPOSITORY / "Tests" / "Sites" / "everything"
REPORT = "content/reports/north-shore-2019.md"
PATIENCE = 60


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A register that uses everything, in a folder of its own with a blank and an accent in its name."""
    folder = tmp_path_factory.mktemp("a café")
    shutil.copytree(SITE, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected"))
    return folder


def make_client():
    """A client that also takes the registration of watchers, as real ones do."""
    client = pytest_lsp.make_test_lsp_client()
    client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda parameters: None)
    return client


@pytest_lsp.fixture(
    params=["visual-studio-code", "neovim@0.11", "emacs"],
    config=ClientServerConfig(server_command=[FINDINGS, "lsp", "--as-of", "2027-01-31"],
                              client_factory=make_client))
async def client(request, lsp_client: LanguageClient, project):
    """A session of an editor about the project, with its report open."""
    capabilities = client_capabilities(request.param)
    # What the protocol's own files of editors leave out, and these have long had.
    edit = capabilities.workspace.workspace_edit
    edit.document_changes = True
    edit.resource_operations = [types.ResourceOperationKind.Rename]
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=capabilities, root_uri=project.as_uri()))
    open_document(lsp_client, project, REPORT)
    yield
    await lsp_client.shutdown_session()


def open_document(client, project, path, text=None):
    """Opens a file, with its own text or another."""
    place = project / path
    client.text_document_did_open(types.DidOpenTextDocumentParams(
        text_document=types.TextDocumentItem(
            uri=place.as_uri(), language_id="markdown", version=1,
            text=place.read_text() if text is None else text)))


def change(client, project, path, version, old, new):
    """Puts `new` in place of the first `old` of a file as it is on the disk, as one change of a range."""
    start, end = (position(project, path, old, at_end=at_end) for at_end in (False, True))
    client.text_document_did_change(types.DidChangeTextDocumentParams(
        text_document=types.VersionedTextDocumentIdentifier(
            uri=(project / path).as_uri(), version=version),
        content_changes=[types.TextDocumentContentChangePartial(
            range=types.Range(start, end), text=new)]))


def position(project, path, words, at_end=False, shift=0):
    """Where `words` first stand in a file, in UTF-16 units."""
    text = (project / path).read_text()
    before = text[:text.index(words) + (len(words) if at_end else 0) + shift]
    line = before.rpartition("\n")[2]
    return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)


def at(project, path, words, **more):
    """The document and the place of some words, as most requests want it."""
    return {"text_document": types.TextDocumentIdentifier((project / path).as_uri()),
            "position": position(project, path, words, **more)}


async def until(client, project, path, holds):
    """Waits until what is said of a file is as it should be, and gives it."""
    uri = (project / path).as_uri()

    async def look():
        while True:
            said = client.diagnostics.get(uri)
            if said is not None and holds(said):
                return said
            await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)

    return await asyncio.wait_for(look(), PATIENCE)


def codes(said):
    """The checks that speak."""
    return {each.code for each in said}


async def test_what_is_wrong_is_said_while_it_is_typed(client, project):
    await until(client, project, REPORT, lambda said: True)
    for version, word in enumerate(["b", "br", "bri", "brigh", "brightt"], start=2):
        client.text_document_did_change(types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(
                uri=(project / REPORT).as_uri(), version=version),
            content_changes=[types.TextDocumentContentChangeWholeDocument(
                text=(project / REPORT).read_text().replace("grade: bright", f"grade: {word}", 1))]))
    said = await until(client, project, REPORT, lambda said: any(
        "'brightt'" in each.message for each in said))
    wrong = next(each for each in said if "'brightt'" in each.message)
    assert wrong.code == "unknown-grade"
    assert wrong.severity == types.DiagnosticSeverity.Error
    start = position(project, REPORT, "grade: bright", shift=len("grade: "))
    assert wrong.range == types.Range(start, types.Position(start.line, start.character + 7))
    assert "did you mean 'bright'?" in wrong.message
    assert [place.location.uri for place in wrong.related_information or []] in (
        [], [(project / "content/frameworks/harbour-lights-2019.md").as_uri()])


async def test_half_typed_words_are_survived(client, project):
    text = (project / REPORT).read_text()
    for version, cut in enumerate(range(0, min(len(text), 2_000), 97), start=2):
        client.text_document_did_change(types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(
                uri=(project / REPORT).as_uri(), version=version),
            content_changes=[types.TextDocumentContentChangeWholeDocument(text=text[:cut])]))
        lines = text[:cut].split("\n")
        place = types.Position(len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2)
        document = types.TextDocumentIdentifier((project / REPORT).as_uri())
        await client.text_document_completion_async(types.CompletionParams(document, place))
        await client.text_document_hover_async(types.HoverParams(document, place))
        await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
        await client.text_document_folding_range_async(types.FoldingRangeParams(document))


async def completed(client, project, path, old, new):
    """The labels that are offered behind `new`, typed in place of `old`."""
    change(client, project, path, 2, old, new)
    start = position(project, path, old)
    place = types.Position(start.line, start.character + len(new.encode("utf-16-le")) // 2)
    found = await client.text_document_completion_async(types.CompletionParams(
        types.TextDocumentIdentifier((project / path).as_uri()), place))
    return {item.label: item for item in found.items} if found else {}


@pytest.mark.parametrize("old, new, expected", [
    ("licence: open-lights", "lice", {"licence"}),
    ("kind: inspection", "kind: the", {"thematic"}),
    ("area: north-shore", "area: co", {"coast"}),
    ("area: north-shore", "area: far i", {"far-isles"}),
    ("aspect: lamps", "aspect: fo", {"fog-signals"}),
    ("grade: good", "grade: du", set()),
    ("overall: good", "overall: b", {"bright"}),
    ("(area:north-shore)", "(ar", {"area:"}),
    ("(area:north-shore)", "(area:nor", {"north-shore", "north-east-shore", "north-west-shore"}),
    ("(area:north-shore)", "(rec:", {"1", "2", "north-shore-2019#"}),
])
async def test_what_can_be_typed_is_offered(client, project, old, new, expected):
    labels = await completed(client, project, REPORT, old, new)
    assert expected <= labels.keys()
    if not expected:
        assert not labels


async def test_an_id_comes_with_its_title(client, project):
    items = await completed(client, project, REPORT, "area: north-shore", "area: coas")
    assert "coast" in items
    assert items["coast"].detail
    assert items["coast"].text_edit.new_text == "coast"


async def test_embeds_and_templates_are_offered(client, project):
    text = (project / REPORT).read_text() + "\n![](ch"
    client.text_document_did_change(types.DidChangeTextDocumentParams(
        text_document=types.VersionedTextDocumentIdentifier(
            uri=(project / REPORT).as_uri(), version=2),
        content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)]))
    found = await client.text_document_completion_async(types.CompletionParams(
        types.TextDocumentIdentifier((project / REPORT).as_uri()),
        types.Position(text.count("\n"), 6)))
    assert [item.label for item in found.items] == ["chart:"]
    path = "templates/report.mustache"
    (project / "templates").mkdir(exist_ok=True)
    uri = (project / path).as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(
        uri=uri, language_id="html", version=1, text="<p>🐉{{page.ti")))
    found = await client.text_document_completion_async(types.CompletionParams(
        types.TextDocumentIdentifier(uri), types.Position(0, 14)))
    assert "page.title" in [item.label for item in found.items]


async def test_hovering_tells_facts(client, project):
    hover = await client.text_document_hover_async(
        types.HoverParams(**at(project, REPORT, "area: north-shore", shift=8)))
    assert "content/areas/north-shore.md" in hover.contents.value
    hover = await client.text_document_hover_async(
        types.HoverParams(**at(project, REPORT, "publisher: ", shift=3)))
    assert hover.contents.value.startswith("**publisher**")


async def test_definitions_and_references_lead_across_files(client, project):
    found = await client.text_document_definition_async(
        types.DefinitionParams(**at(project, REPORT, "framework: harbour", shift=14)))
    assert found.uri == (project / "content/frameworks/harbour-lights-2019.md").as_uri()
    found = await client.text_document_definition_async(
        types.DefinitionParams(**at(project, REPORT, "grade: bright", shift=9)))
    assert found.range.start == position(
        project, "content/frameworks/harbour-lights-2019.md", "bright")
    found = await client.text_document_references_async(types.ReferenceParams(
        **at(project, REPORT, "area: north-shore", shift=8),
        context=types.ReferenceContext(include_declaration=False)))
    for place in found:
        text = (project / place.uri.removeprefix(project.as_uri() + "/")).read_text().split("\n")
        line = text[place.range.start.line].encode("utf-16-le")
        word = line[2 * place.range.start.character:2 * place.range.end.character]
        assert word.decode("utf-16-le") == "north-shore"
    assert len({place.uri for place in found}) > 3


async def test_an_id_is_renamed_everywhere_and_the_register_stays_whole(client, project):
    await until(client, project, REPORT, lambda said: True)
    edit = await client.text_document_rename_async(types.RenameParams(
        **at(project, REPORT, "area: north-shore", shift=8), new_name="long-shore"))
    copy = project.parent / f"renamed-{os.urandom(4).hex()}"
    shutil.copytree(project, copy)
    for change in edit.document_changes:
        if isinstance(change, types.RenameFile):
            os.rename(moved(change.old_uri, project, copy), moved(change.new_uri, project, copy))
            continue
        place = moved(change.text_document.uri, project, copy)
        text = place.read_text()
        for each in sorted(change.edits, key=lambda edit: edit.range.start.line * 10_000
                           + edit.range.start.character, reverse=True):
            start, end = (offset(text, place) for place in (each.range.start, each.range.end))
            text = text[:start] + each.new_text + text[end:]
        place.write_text(text)
    assert (copy / "content/areas/long-shore.md").is_file()
    assert "/areas/north-shore/" in (copy / "content/areas/long-shore.md").read_text()
    check = await asyncio.create_subprocess_exec(
        FINDINGS, "check", "--root", str(copy), "--as-of", "2027-01-31", "--format", "unix",
        stdout=asyncio.subprocess.PIPE)
    said = (await check.communicate())[0].decode()
    assert check.returncode == 0, said
    assert "north-shore'" not in said


def moved(uri, project, copy):
    """The file of an address in the copy of the project."""
    return copy / uri.removeprefix(project.as_uri() + "/")


def offset(text, place):
    """The index of a place in a text."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[:place.line])
    line = lines[place.line].encode("utf-16-le")[:2 * place.character].decode("utf-16-le")
    return start + len(line)


async def test_what_is_certain_is_put_right(client, project):
    change(client, project, REPORT, 2, "publisher: ", "publishr: ")
    said = await until(client, project, REPORT, lambda said: "unknown-field" in codes(said))
    wrong = next(each for each in said if each.code == "unknown-field")
    actions = await client.text_document_code_action_async(types.CodeActionParams(
        types.TextDocumentIdentifier((project / REPORT).as_uri()), wrong.range,
        types.CodeActionContext(diagnostics=[wrong])))
    assert [action.title for action in actions] == [
        "Write 'publisher'", "Put in everything that is certain"]


async def test_symbols_folds_and_lenses_are_given(client, project):
    document = types.TextDocumentIdentifier((project / REPORT).as_uri())
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert {"title", "judgements", "recommendations"} <= {symbol.name for symbol in symbols}
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(document))
    assert folds[0].start_line == 0
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(document))
    assert lenses[0].command.arguments[0].endswith("/reports/north-shore-2019/")
    found = await client.workspace_symbol_async(types.WorkspaceSymbolParams(query="far-isles"))
    assert len(found) == 3
