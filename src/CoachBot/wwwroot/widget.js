// Puts the coach on any page: <script src="https://your-coach.example/widget.js" async></script>
// The page's origin must stand in DirectLine:AllowedOrigins. data-language="de" chooses a language.
(() => {
  'use strict';

  const script = document.currentScript;
  const home = new URL('/', script.src);
  const language = script.dataset.language || document.documentElement.lang || navigator.language;
  home.searchParams.set('language', language);
  const words = {{words}}; // filled in by the server, in the reader's language

  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    button { background: #0b6b4a; border: 0; border-radius: 50%; bottom: 16px; box-shadow: 0 4px 16px rgb(0 0 0 / .3); cursor: pointer;
      height: 60px; inset-inline-end: 16px; padding: 0; position: fixed; width: 60px; z-index: 2147483646; }
    button:focus-visible { outline: 3px solid #0b6b4a; outline-offset: 3px; }
    svg { display: block; margin: auto; }
    iframe { background: #fff; border: 0; border-radius: 16px; bottom: 88px; box-shadow: 0 8px 32px rgb(0 0 0 / .3);
      height: min(640px, calc(100vh - 104px)); inset-inline-end: 16px; position: fixed; width: min(400px, calc(100vw - 32px)); z-index: 2147483646; }
    [hidden] { display: none; }`);
  root.adoptedStyleSheets = [style];
  root.innerHTML = `<button type="button" aria-expanded="false">
    <svg width="32" height="32" viewBox="0 0 40 40" aria-hidden="true"><path d="M6 22h7l3-8 6 15 4-9h8" fill="none" stroke="#fff"
      stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg></button>`;

  const button = root.querySelector('button');
  let frame;

  function show(open) {
    if (open && !frame) {
      frame = document.createElement('iframe');
      frame.title = words.title;
      frame.src = home;
      root.append(frame);
    }
    if (frame)
      frame.hidden = !open;
    button.setAttribute('aria-expanded', open);
    button.setAttribute('aria-label', open ? words.closeChat : words.openChat);
  }

  button.addEventListener('click', () => show(!frame || frame.hidden));
  root.addEventListener('keydown', event => {
    if (event.key === 'Escape')
      show(false);
  });
  show(false);
  const place = () => document.body.append(host);
  document.body ? place() : addEventListener('DOMContentLoaded', place);
})();
