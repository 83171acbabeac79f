"""A headless browser, driven over its DevTools protocol.

Source: https://chromedevtools.github.io/devtools-protocol/
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import websocket

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
         "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
START_SECONDS = 60
ANSWER_SECONDS = 60
QUIET_SECONDS = 0.5


class Browser:
    """One browser with one tab. Use it as a context, so that it is ended whatever happens."""

    def __init__(self):
        program = next((found for found in map(shutil.which, NAMES) if found), None)
        if program is None:
            sys.exit("found no browser; run scripts/install-checkers first")
        self.folder = tempfile.mkdtemp(prefix="findings-browser-")
        self.number = 0
        self.events = []
        command = [program, "--headless=new", "--remote-debugging-port=0", "--remote-allow-origins=*",
                   f"--user-data-dir={self.folder}", "--no-first-run", "--disable-gpu",
                   "--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb",
                   "--disable-background-networking", "--disable-component-update", "--disable-sync",
                   "--no-default-browser-check",
                   # Nothing outside this machine is ever asked.
                   "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "about:blank"]
        if os.geteuid() == 0:
            command.insert(1, "--no-sandbox")
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=os.environ | {"HOME": self.folder})
        self.socket = websocket.create_connection(self._address(), timeout=ANSWER_SECONDS)
        self.session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility", "Performance"):
            self.call(f"{domain}.enable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _address(self):
        """Where the browser listens; it says so in a file."""
        port = pathlib.Path(self.folder) / "DevToolsActivePort"
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f"the browser ended at once, with {self.process.returncode}")
            if port.exists() and len(lines := port.read_text().split()) == 2:
                return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
            time.sleep(0.1)
        self.process.kill()
        sys.exit("the browser did not start")

    def call(self, method, **parameters):
        """Calls a method and waits for its answer; events that come meanwhile are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.socket.send(json.dumps(message))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error'].get('message')}")
                return answer["result"]
            self.events.append(answer)

    def evaluate(self, expression):
        """The value of a JavaScript expression in the page, promises awaited. Works in pages whose
        own scripts are switched off, too."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True, userGesture=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def emulate(self, width=1280, height=900, dark=False, scripts=True, media="", text=16,
                forced=False):
        """Sets the window, the reader's wishes (`text`: the size of plain text in pixels; `forced`:
        the system's own colours) and whether scripts run, for pages opened from now."""
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
                    {"name": "prefers-reduced-motion", "value": "reduce"},
                    {"name": "forced-colors", "value": "active" if forced else "none"}]
        self.call("Page.setFontSizes", fontSizes={"standard": text, "fixed": text * 13 // 16})
        self.call("Emulation.setEmulatedMedia", media=media, features=features)
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)

    def open(self, address):
        """Opens an address and waits until it is loaded and its scripts have settled."""
        self.events = []
        frame = self.call("Page.navigate", url=address)
        if "errorText" in frame:
            raise RuntimeError(f"{address}: {frame['errorText']}")
        end = time.monotonic() + ANSWER_SECONDS
        while not self._seen("Page.loadEventFired"):
            if time.monotonic() > end:
                raise RuntimeError(f"{address} did not load")
            self.events.append(json.loads(self.socket.recv()))
        if self.evaluate("[...document.scripts].some(script => !script.type.includes('json'))"):
            self._wait_until_quiet()

    def _wait_until_quiet(self):
        """Waits until scripts have fetched what they want: until nothing happens for a while."""
        end = time.monotonic() + ANSWER_SECONDS
        self.socket.settimeout(QUIET_SECONDS)
        try:
            while time.monotonic() < end:
                self.events.append(json.loads(self.socket.recv()))
        except websocket.WebSocketTimeoutException:
            pass
        finally:
            self.socket.settimeout(ANSWER_SECONDS)

    def _seen(self, method):
        return any(event.get("method") == method for event in self.events)

    def complaints(self):
        """What the page wrote to the console as an error or a warning, and what broke in it."""
        # One more answer brings in what was on its way.
        self.call("Runtime.evaluate", expression="0")
        found = []
        for event in self.events:
            parameters = event.get("params", {})
            match event.get("method"):
                case "Runtime.exceptionThrown":
                    found.append(parameters["exceptionDetails"]["text"])
                case "Log.entryAdded" if parameters["entry"]["level"] in ("error", "warning"):
                    entry = parameters["entry"]
                    found.append(f"{entry['text']} {entry.get('url', '')}".strip())
                case "Runtime.consoleAPICalled" if parameters["type"] in ("error", "warning", "assert"):
                    found.append(" ".join(str(part.get("value")) for part in parameters["args"]))
        return found

    def fetched(self):
        """What the page fetched since it was opened: {address: bytes of the body}."""
        self.call("Runtime.evaluate", expression="0")
        addresses, sizes = {}, {}
        for event in self.events:
            parameters = event.get("params", {})
            match event.get("method"):
                case "Network.requestWillBeSent":
                    addresses[parameters["requestId"]] = parameters["request"]["url"]
                case "Network.dataReceived":
                    request = parameters["requestId"]
                    sizes[request] = sizes.get(request, 0) + parameters["dataLength"]
        return {address: sizes.get(request, 0) for request, address in addresses.items()
                if re.match("https?:", address)}

    def press(self, key, code, number, shift=False):
        """Presses and releases a key."""
        parameters = {"key": key, "code": code, "windowsVirtualKeyCode": number,
                      "modifiers": 8 if shift else 0}
        if key == "Enter":
            parameters["text"] = "\r"
        self.call("Input.dispatchKeyEvent", type="keyDown", **parameters)
        self.call("Input.dispatchKeyEvent", type="keyUp", **parameters)

    def style_seconds(self):
        """The time that the page's process has spent on working out styles."""
        metrics = self.call("Performance.getMetrics")["metrics"]
        return next(metric["value"] for metric in metrics if metric["name"] == "RecalcStyleDuration")
