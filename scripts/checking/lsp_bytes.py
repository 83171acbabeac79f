"""What is no message, and clients that are gone, tried on the language server with bytes; run by
scripts/check-lsp."""

import json
import os
import random
import subprocess
import sys
import time

import pytest

FINDINGS = os.environ["FINDINGS"]
BEGINNING = {"jsonrpc": "2.0", "id": 1, "method": "initialize",
             "params": {"processId": None, "rootUri": None, "capabilities": {}}}
SETTINGS = "title: A\nbase_url: https://example.org/\nlanguage: en\npublisher: B\n"


@pytest.fixture
def server(tmp_path):
    """A server about a small project; killed where a test leaves it."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text(SETTINGS)
    process = subprocess.Popen(
        [FINDINGS, "lsp"], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    yield process
    process.kill()
    process.wait()
    process.stdin = None


def framed(content):
    """A message as it is sent."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(data), data)


def send(server, data):
    """Sends bytes at once."""
    server.stdin.write(data)
    server.stdin.flush()


def receive(server):
    """The next message."""
    length = 0
    while (line := server.stdout.readline().strip()):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return json.loads(server.stdout.read(length))


def begin(server, process=None):
    """Begins a session."""
    beginning = BEGINNING | {"params": BEGINNING["params"] | {"processId": process}}
    send(server, framed(beginning))
    assert receive(server)["result"]["capabilities"]["positionEncoding"] == "utf-16"


def is_alive(server):
    """Whether the server still answers; what it says before that is passed over."""
    send(server, framed({"jsonrpc": "2.0", "id": "alive", "method": "no/such/method"}))
    while (answer := receive(server)).get("id") != "alive":
        pass
    return answer["error"]["code"] == -32601


@pytest.mark.parametrize("data, code", [
    (framed(b"{"), -32700), (framed(b""), -32700), (framed(b"\xff\xfe"), -32700),
    (framed(b"[" * 200_000), -32700), (framed(b"null"), -32600), (framed(b"[]"), -32600),
    (b"nonsense\r\n\r\n", -32700), (b"Content-Length: x\r\n\r\n", -32700),
    (b"Content-Length: 999999999999\r\n\r\n", -32700), (b"A" * 5_000 + b"\r\n", -32700),
    (b"Content-Type: x\r\n\r\n", -32700),
])
def test_what_is_no_message_is_answered(server, data, code):
    begin(server)
    send(server, data)
    answer = receive(server)
    assert answer["id"] is None
    assert answer["error"]["code"] == code
    if not data.startswith(b"Content-Length: 9999"):
        assert is_alive(server)


def test_methods_with_any_parameters_are_answered(server):
    begin(server)
    methods = ["textDocument/completion", "textDocument/hover", "textDocument/definition",
               "textDocument/references", "textDocument/rename", "textDocument/prepareRename",
               "textDocument/documentSymbol", "textDocument/codeAction", "textDocument/codeLens",
               "textDocument/foldingRange", "workspace/symbol", "workspace/executeCommand"]
    values = [None, 1, [], {}, "x", {"textDocument": {"uri": "file:///etc/passwd"}},
              {"textDocument": {"uri": "x"}, "position": {"line": -1, "character": 2 ** 62}},
              {"textDocument": {"uri": "file://%zz"}, "position": {"line": 10 ** 30, "character": 0}}]
    number = 10
    for method in methods:
        for value in values:
            number += 1
            send(server, framed({"jsonrpc": "2.0", "id": number, "method": method, "params": value}))
            while receive(server).get("id") != number:
                pass


def test_noise_does_not_end_the_session(server):
    begin(server)
    seed = int.from_bytes(os.urandom(4), "big")
    print(f"seed {seed}")
    noise = random.Random(seed)
    good = framed({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
        "textDocument": {"uri": "file:///x", "version": 1}, "contentChanges": []}})
    for _ in range(300):
        data = bytearray(good)
        for _ in range(noise.randint(1, 3)):
            data[noise.randrange(len(data))] = noise.randrange(256)
        # Only what is still one message with a head; else the next head is looked for.
        send(server, framed(bytes(data)))
    assert is_alive(server)


def test_the_end_of_the_input_ends_the_server(server):
    begin(server)
    server.stdin.close()
    assert server.wait(timeout=20) == 1


def test_exit_ends_the_server(server):
    begin(server)
    send(server, framed({"jsonrpc": "2.0", "id": 2, "method": "shutdown"}))
    assert receive(server)["result"] is None
    send(server, framed({"jsonrpc": "2.0", "method": "exit"}))
    assert server.wait(timeout=20) == 0


def test_a_client_that_is_gone_leaves_no_process(server):
    gone = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    begin(server, gone.pid)
    assert is_alive(server)
    # The server looks for the process a moment after it was told of it.
    time.sleep(1)
    gone.kill()
    gone.wait()
    started = time.monotonic()
    # Its input stays open, as it does where a client shared it with another process.
    assert server.wait(timeout=20) == 1
    assert time.monotonic() - started < 15


def test_a_process_that_is_not_of_this_machine_means_nothing(server):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    begin(server, gone.pid)
    time.sleep(3)
    assert is_alive(server)


def test_a_flood_of_requests_is_cancelled_at_no_cost(server):
    begin(server)
    send(server, framed({"jsonrpc": "2.0", "method": "initialized", "params": {}}))
    for number in range(1_000):
        send(server, framed({"jsonrpc": "2.0", "id": 100 + number, "method": "workspace/symbol",
                             "params": {"query": ""}}))
        send(server, framed({"jsonrpc": "2.0", "method": "$/cancelRequest",
                             "params": {"id": 100 + number}}))
    answers = {}
    while len(answers) < 1_000:
        answer = receive(server)
        if "id" in answer and "method" not in answer:
            answers[answer["id"]] = answer
    assert sorted(answers) == list(range(100, 1_100))
    assert all("result" in each or each["error"]["code"] == -32800 for each in answers.values())
    assert is_alive(server)
