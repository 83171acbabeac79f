/// The files of the preview that pages load: what keeps a page current, and how the notes look.
extension LivePage {
  /// Listens while the page is seen: a browser opens only six connections to a host at a time.
  ///
  /// A style sheet is put in place of the former one without a reload; a page is loaded again where its own
  /// bytes are others now, and stays where its reader was.
  static let script = """
    (() => {
      let version = document.currentScript.dataset.version;
      let source = null;
      const box = () => document.getElementById("findings-preview");
      const place = "findings-preview-place";
      const swap = (styles) => styles.every(([old, address, integrity]) => {
        const links = [...document.querySelectorAll('link[rel~="stylesheet"]')];
        const link = links.find((link) => new URL(link.href).pathname === old);
        if (!link) return false;
        const next = link.cloneNode();
        if (link.integrity) next.integrity = integrity;
        next.href = address;
        next.addEventListener("load", () => link.remove(), { once: true });
        link.after(next);
        return true;
      });
      const reload = () => {
        sessionStorage.setItem(place, JSON.stringify([location.pathname, scrollX, scrollY]));
        location.reload();
      };
      const note = async () => {
        const page = encodeURIComponent(location.pathname);
        const answer = await fetch("\(notesPath)?page=" + page);
        if (!answer.ok) return;
        const wasOpen = box().open;
        const kind = box().dataset.kind;
        box().outerHTML = await answer.text();
        if (wasOpen && kind === box().dataset.kind) box().open = true;
      };
      const hear = (event) => {
        const news = JSON.parse(event.data);
        if (news.target && news.target !== location.pathname) return location.assign(news.target);
        if (news.version !== version) {
          const swapped = news.styles.length > 0 && swap(news.styles);
          if (news.changed && !swapped) return reload();
          version = news.version;
          listen();
        }
        if (news.notes === box().dataset.notes) return;
        if (location.pathname === "\(folder)") reload(); else note();
      };
      const listen = () => {
        if (source) source.close();
        source = null;
        if (document.hidden) return;
        const page = encodeURIComponent(location.pathname);
        source = new EventSource("\(eventsPath)?version=" + version + "&page=" + page);
        source.onmessage = hear;
      };
      const [path, x, y] = JSON.parse(sessionStorage.getItem(place) || "[]");
      sessionStorage.removeItem(place);
      if (path === location.pathname) {
        const back = () => scrollTo({ left: x, top: y, behavior: "instant" });
        back();
        addEventListener("load", back, { once: true });
      }
      document.addEventListener("visibilitychange", listen);
      addEventListener("pagehide", () => source && source.close());
      addEventListener("pageshow", listen);
    })();

    """

  static let style = """
    #findings-preview { position: fixed; inset: auto 0 0 0; z-index: 2147483647; margin: 0;
      max-height: 60vh; overflow: auto; background: #fff; color: #111;
      border-top: 4px solid #b58900; font: 16px/1.5 system-ui, sans-serif; }
    #findings-preview[data-kind="errors"] { border-color: #b00020; }
    #findings-preview[hidden] { display: none; }
    #findings-preview summary { padding: 0.5rem 1rem; font-weight: 700; cursor: pointer; }
    #findings-preview > div { padding: 0 1rem 1rem; }
    #findings-preview p, #findings-preview ul { margin: 0.5rem 0; }
    #findings-preview a, .findings-preview-page a { color: #0b4f9e; }
    #findings-preview pre, .findings-preview-page pre { margin: 0 0 1rem; overflow: auto;
      font: 14px/1.45 ui-monospace, monospace; white-space: pre-wrap; background: none; color: inherit; }
    .findings-preview-page { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem;
      margin: 0 auto; padding: 1rem 1rem 40vh; background: #fff; color: #111; }
    .findings-preview-page td, .findings-preview-page th { padding: 0.2rem 1rem 0.2rem 0;
      text-align: left; }
    @media (prefers-color-scheme: dark) {
      #findings-preview, .findings-preview-page { background: #16181c; color: #eee; }
      #findings-preview a, .findings-preview-page a { color: #9cc7ff; }
    }
    @media print { #findings-preview { display: none; } }

    """
}
