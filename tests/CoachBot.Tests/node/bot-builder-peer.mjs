// Microsoft's own Bot Builder for Node as the other side of our wire.
//   channel <our address>                        plays the channel: calls /api/messages, takes our Connector calls
//   bot <metadata address> <app id> <calls.json> plays a bot: gets our activities with our stand-in's tokens, and replies
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import botbuilder from 'botbuilder';
import connector from 'botframework-connector';

const { ActivityHandler, ChannelServiceRoutes, CloudAdapter, ChannelServiceHandlerBase, ConfigurationBotFrameworkAuthentication } = botbuilder;
const { ServiceClientCredentialsFactory } = connector;

async function playChannel(ourAddress) {
  const received = [];
  class Handler extends ChannelServiceHandlerBase {
    async authenticate() { return { claims: [] }; }
    async onSendToConversation(claims, conversationId, activity) {
      received.push({ conversationId, activity });
      return { id: `sent-${received.length}` };
    }
    async onReplyToActivity(claims, conversationId, activityId, activity) {
      received.push({ conversationId, activityId, activity });
      return { id: `sent-${received.length}` };
    }
  }

  const authentication = new ConfigurationBotFrameworkAuthentication({});
  const routes = new Router();
  new ChannelServiceRoutes(new Handler()).register(routes);
  const serviceUrl = await routes.listen();
  const client = authentication.createBotFrameworkClient();

  let number = 0;
  const post = async (more) => {
    const conversation = { id: 'a:1;x@y', conversationType: 'personal', isGroup: false };
    const activity = {
      id: `peer-${++number}`, channelId: 'msteams', from: { id: '29:ana', name: 'Ana' }, recipient: { id: '28:coach', name: 'Coach' },
      timestamp: new Date('2026-11-24T06:30:00Z'), localTimezone: 'Europe/Lisbon', locale: 'pt-PT', conversation, ...more,
    };
    const { status, body } = await client.postActivity(undefined, undefined, `${ourAddress}/api/messages`, serviceUrl, conversation.id, activity);
    return { status, body };
  };

  const update = await post({ type: 'conversationUpdate', membersAdded: [{ id: '29:ana' }, { id: '28:coach' }] });
  const message = await post({ type: 'message', text: 'olá' });
  const expected = await post({ type: 'message', text: 'direct', deliveryMode: 'expectReplies' });
  const invoke = await post({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'why', data: {} } } });
  const unknown = await post({ type: 'invoke', name: 'nobody/knows' });
  await wait(200);
  return { update, message, expected, invoke, unknown, received };
}

async function playBot(metadata, appId, callsFile) {
  const seen = [];
  class Bot extends ActivityHandler {
    constructor() {
      super();
      this.onMessage(async (context, next) => {
        seen.push(context.activity);
        await context.sendActivity(`You said ${context.activity.text}`);
        await next();
      });
      this.onMembersAdded(async (context, next) => {
        seen.push(context.activity);
        await next();
      });
    }
  }

  // Its own token service insists on https, so its outgoing token is made up; incoming ones it checks for real.
  class Credentials extends ServiceClientCredentialsFactory {
    async isValidAppId(id) { return id === appId; }
    async isAuthenticationDisabled() { return false; }
    async createCredentials() {
      return { async getToken() { return 'theirs'; }, async signRequest(request) { request.headers.set('authorization', 'Bearer theirs'); return request; } };
    }
  }

  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      ToBotFromChannelOpenIdMetadataUrl: metadata, ToBotFromChannelTokenIssuer: 'https://api.botframework.com', OAuthUrl: 'https://unused.example',
      ToChannelFromBotLoginUrl: 'https://unused.example', ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromEmulatorOpenIdMetadataUrl: metadata, CallerId: '', ValidateAuthority: true,
    },
    new Credentials(),
  );
  const adapter = new CloudAdapter(authentication);
  adapter.onTurnError = async (context, error) => { throw error; };
  console.error = () => {};
  const bot = new Bot();
  const routes = new Router();
  routes.post('/api/messages', (req, res) => adapter.process(req, res, (context) => bot.run(context)));
  const address = await routes.listen();

  const statuses = [];
  for (const { token, activity } of JSON.parse(readFileSync(callsFile, 'utf8'))) {
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(activity),
    });
    statuses.push(response.status);
  }
  return { statuses, seen };
}

// As much of a web server as Bot Builder asks for.
class Router {
  #routes = [];
  post(path, handler) { this.#add('POST', path, handler); }
  put(path, handler) { this.#add('PUT', path, handler); }
  get(path, handler) { this.#add('GET', path, handler); }
  delete(path, handler) { this.#add('DELETE', path, handler); }

  #add(method, path, handler) {
    const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    this.#routes.push({ method, pattern, handler });
  }

  async listen() {
    const server = createServer((req, res) => this.#serve(req, res)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${server.address().port}`;
  }

  async #serve(req, res) {
    let text = '';
    for await (const chunk of req) text += chunk;
    req.body = text ? JSON.parse(text) : undefined;
    const path = req.url.split('?')[0];
    const route = this.#routes.find(({ method, pattern }) => method === req.method && pattern.test(path));
    if (!route) return void res.writeHead(404).end();
    req.params = Object.fromEntries(Object.entries(path.match(route.pattern).groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]));
    res.status = (code) => { res.statusCode = code; return res; };
    res.send = (body) => { res.setHeader('content-type', 'application/json'); res.write(typeof body === 'string' ? body : JSON.stringify(body)); return res; };
    res.header = (name, value) => res.setHeader(name, value);
    await route.handler(req, res, () => {});
  }
}

const [mode, ...args] = process.argv.slice(2);
console.log(JSON.stringify(mode === 'bot' ? await playBot(...args) : await playChannel(...args)));
process.exit(0);
