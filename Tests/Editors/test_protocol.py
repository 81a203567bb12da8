"""The language server as clients see it that check what it sends against the protocol and their own capabilities."""
import os

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

HERE = os.path.dirname(os.path.abspath(__file__))
IBID = os.environ["IBID"]
URI = "file://" + HERE + "/article.md"
TEXT = open(HERE + "/article.md", encoding="utf-8").read()


def make_client(*arguments, **named):
    """A client that can be asked to watch files, as editors can."""
    client = make_test_lsp_client(*arguments, **named)

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(parameters: types.RegistrationParams):
        return None

    return client


@pytest_lsp.fixture(
    params=["neovim", "visual_studio_code", "emacs"],
    config=ClientServerConfig(client_factory=make_client, server_command=[IBID, "lsp", "--from", HERE + "/records.json"]),
)
async def client(request, lsp_client: LanguageClient):
    lsp_client.greeting = await lsp_client.initialize_session(
        types.InitializeParams(capabilities=client_capabilities(request.param), root_uri="file://" + HERE)
    )
    lsp_client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri=URI, language_id="markdown", version=1, text=TEXT))
    )
    yield
    await lsp_client.shutdown_session()


def place(line, character):
    return {"text_document": types.TextDocumentIdentifier(uri=URI), "position": types.Position(line, character)}


async def diagnostics(client):
    """What is found, asked for or waited for as the client does it."""
    if client.capabilities.text_document.diagnostic:
        report = await client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(text_document=types.TextDocumentIdentifier(uri=URI))
        )
        return report.items
    await client.wait_for_notification("textDocument/publishDiagnostics")
    return client.diagnostics[URI]


async def test_diagnostics(client: LanguageClient):
    found = await diagnostics(client)
    assert {one.code for one in found} == {"marker-without-note", "record-mismatch"}
    lost = next(one for one in found if one.code == "marker-without-note")
    utf8 = client.greeting.capabilities.position_encoding == "utf-8"
    assert lost.range.start == types.Position(2, 49 if utf8 else 47)
    assert lost.severity == types.DiagnosticSeverity.Error


async def test_places(client: LanguageClient):
    hover = await client.text_document_hover_async(types.HoverParams(**place(2, 33)))
    assert "Engel GL. The need" in hover.contents.value
    definition = await client.text_document_definition_async(types.DefinitionParams(**place(2, 33)))
    first = definition[0] if isinstance(definition, (list, tuple)) else definition
    span = first.target_range if isinstance(first, types.LocationLink) else first.range
    assert span.start.line == 6
    uses = await client.text_document_references_async(
        types.ReferenceParams(**place(2, 33), context=types.ReferenceContext(include_declaration=True))
    )
    assert [one.range.start.line for one in uses] == [2, 6]
    symbols = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(types.TextDocumentIdentifier(uri=URI))
    )
    assert symbols


async def test_completion(client: LanguageClient):
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(version=2, uri=URI),
            content_changes=[
                types.TextDocumentContentChangePartial(
                    range=types.Range(types.Position(5, 0), types.Position(5, 0)), text="See [@eng\n"
                )
            ],
        )
    )
    found = await client.text_document_completion_async(types.CompletionParams(**place(5, 9)))
    assert found.is_incomplete and [one.label for one in found.items] == ["engel1977"]
    whole = await client.completion_item_resolve_async(found.items[0])
    assert "biomedical" in getattr(whole.documentation, "value", whole.documentation)


async def test_changes(client: LanguageClient):
    found = await diagnostics(client)
    mismatch = next(one for one in found if one.code == "record-mismatch")
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=URI),
            range=mismatch.range,
            context=types.CodeActionContext(diagnostics=[mismatch]),
        )
    )
    assert any(one.title.startswith("Correct the year") for one in actions)
    edit = await client.text_document_rename_async(
        types.RenameParams(**place(2, 33), new_name="engel")
    )
    edits = edit.changes[URI] if edit.changes else edit.document_changes[0].edits
    assert [one.new_text for one in edits] == ["engel", "engel"]


async def test_faults(client: LanguageClient):
    with pytest.raises(Exception, match="no method"):
        await client.protocol.send_request_async("no/such", {})
    with pytest.raises(Exception, match="not open"):
        await client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri="file:///nowhere.md"), types.Position(0, 0))
        )
    assert await client.text_document_hover_async(types.HoverParams(**place(2, 33)))
