// Talks to a running host through Microsoft's own client, as a page would, and prints what it saw as one line of JSON.
// Usage: node direct-line-client.mjs <host address> <socket|polling> <text> [<text> …]
import directLineJs from 'botframework-directlinejs';
import { createRequire } from 'node:module';
import WebSocket from 'ws';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xmlhttprequest-ssl').XMLHttpRequest;
globalThis.WebSocket = WebSocket;

const { ConnectionStatus, DirectLine } = directLineJs;
const [host, mode, ...texts] = process.argv.slice(2);
const domain = `${host}/v3/directline`;

const answer = await fetch(`${domain}/tokens/generate`, { method: 'POST' });
const { conversationId, token } = await answer.json();

function connect(options) {
  const directLine = new DirectLine({ token, domain, webSocket: mode === 'socket', pollingInterval: 200, ...options });
  const seen = [];
  const waiting = [];
  const ended = () => {}; // how the client reports end()
  directLine.connectionStatus$.subscribe(status => seen.push({ status: ConnectionStatus[status] }), ended);
  directLine.activity$.subscribe(activity => {
    seen.push(activity);
    for (const check of [...waiting])
      check();
  }, ended);
  const until = condition => new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`Waited in vain; seen: ${JSON.stringify(seen)}`)), 15000);
    const check = () => {
      if (!condition(seen))
        return;
      clearTimeout(giveUp);
      waiting.splice(waiting.indexOf(check), 1);
      resolve();
    };
    waiting.push(check);
    check();
  });
  return { directLine, seen, until };
}

const messages = seen => seen.filter(activity => activity.type === 'message');
const ids = [];
const first = connect({});
await first.until(seen => messages(seen).length >= 1); // the greeting
for (const [index, text] of texts.entries()) {
  const before = messages(first.seen).length;
  const activity = { type: 'message', text, from: { id: 'ignored' }, channelData: { clientActivityID: `c${index}` } };
  ids.push(await new Promise((resolve, reject) => first.directLine.postActivity(activity).subscribe(resolve, reject)));
  await first.until(seen => messages(seen).length >= before + 2); // its echo and a reply
}
first.directLine.end();

// The page is loaded again: everything comes again, in order.
const second = connect({});
await second.until(seen => messages(seen).length >= messages(first.seen).length);
second.directLine.end();

console.log(JSON.stringify({ conversationId, ids, first: first.seen, second: second.seen }));
process.exit(0);
