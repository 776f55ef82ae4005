// Slack's own Bolt as the judge: slack-bolt.mjs <cases.json>. Each case is a request as we get it; prints how Bolt answered it and what
// an app on it saw.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import bolt from '@slack/bolt';

const { App, HTTPReceiver, LogLevel } = bolt;
const { signingSecret, cases } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const quiet = { getLevel: () => LogLevel.ERROR, setLevel() {}, setName() {}, debug() {}, info() {}, warn() {}, error() {} };
const endpoints = { events: '/api/slack/events', interactions: '/api/slack/interactions', commands: '/api/slack/commands' };
const receiver = new HTTPReceiver({ signingSecret, endpoints: Object.values(endpoints), port: 0, logger: quiet });
const app = new App({ receiver, logger: quiet, authorize: async () => ({ botToken: 'xoxb-1', botUserId: 'UCOACH', botId: 'BCOACH' }) });
app.client.apiCall = async () => ({ ok: true });

let seen = [];
const note = (what) => seen.push(what);
app.message(async ({ message }) => note({ kind: 'message', text: message.text, user: message.user, channel: message.channel, thread: message.thread_ts }));
app.event('app_mention', async ({ event }) => note({ kind: 'mention', user: event.user, channel: event.channel, thread: event.thread_ts }));
app.event('app_home_opened', async ({ event }) => note({ kind: 'home', user: event.user, channel: event.channel }));
app.action(/.*/, async ({ ack, action, body }) => {
  await ack();
  note({ kind: 'action', value: action.value ?? action.selected_option?.value, user: body.user.id });
});
app.view(/.*/, async ({ ack, view, body }) => {
  await ack();
  note({ kind: 'view', fields: Object.keys(view.state.values), user: body.user.id });
});
app.command('/recovery', async ({ ack, command }) => {
  await ack();
  note({ kind: 'command', text: command.text, user: command.user_id });
});

const server = await receiver.start(0);
if (!server.listening) await once(server, 'listening');
const address = `http://127.0.0.1:${server.address().port}`;

const results = [];
for (const { path, headers, body } of cases) {
  seen = [];
  const response = await fetch(address + path, { method: 'POST', headers, body: Buffer.from(body, 'base64') });
  const text = await response.text();
  await new Promise((resolve) => setTimeout(resolve, 30));
  results.push({ status: response.status, body: text, seen });
}
console.log(JSON.stringify(results));
process.exit(0);
