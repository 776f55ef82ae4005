// Starts Web Chat in the page and makes it anew when its token is refused.
(() => {
  'use strict';

  const { language, lost } = document.body.dataset;
  const welcome = document.getElementById('welcome');
  const status = document.getElementById('status');
  const opening = status.textContent;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const connection = { Online: 2, ExpiredToken: 3, FailedToConnect: 4 };
  let chat; // { directLine, store, subscription }

  function styleOptions() {
    const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    return {
      accent: colour('--brand'),
      backgroundColor: colour('--surface'),
      subtle: colour('--quiet'),
      timestampColor: colour('--quiet'),
      primaryFont: 'inherit',
      bubbleBackground: colour('--ground'),
      bubbleTextColor: colour('--text'),
      bubbleBorderColor: 'transparent',
      bubbleBorderRadius: 16,
      bubbleFromUserBackground: colour('--brand'),
      bubbleFromUserTextColor: colour('--on-brand'),
      bubbleFromUserBorderColor: 'transparent',
      bubbleFromUserBorderRadius: 16,
      sendBoxBackground: colour('--surface'),
      sendBoxTextColor: colour('--text'),
      sendBoxPlaceholderColor: colour('--quiet'),
      sendBoxButtonColor: colour('--brand'),
      sendBoxBorderTop: `1px solid ${colour('--line')}`,
      suggestedActionLayout: 'flow',
      suggestedActionBackgroundColor: 'transparent',
      suggestedActionBorderColor: colour('--brand'),
      suggestedActionBorderRadius: 999,
      suggestedActionTextColor: colour('--brand'),
      uploadAccept: '.gpx,.tcx,.fit',
      uploadMultiple: false,
      markdownRenderHTML: false,
    };
  }

  async function freshToken(startOver) {
    for (let wait = 1000; ; wait = Math.min(wait * 2, 30000)) {
      try {
        const response = await fetch(`/v3/directline/tokens/generate${startOver ? '?conversation=new' : ''}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: '{}',
        });
        if (response.ok)
          return (await response.json()).token;
      } catch {
        // The host may be restarting: the same question again is all that is needed.
      }
      status.textContent = lost;
      await new Promise(resolve => setTimeout(resolve, wait));
    }
  }

  function render() {
    window.WebChat.renderWebChat(
      { directLine: chat.directLine, store: chat.store, locale: language, styleOptions: styleOptions() },
      document.getElementById('chat'));
  }

  // What is typed before the connection stands would be lost, so Web Chat shows itself only then. The greeting in the page makes
  // room for the coach's own words as soon as there are some.
  const watch = () => next => action => {
    const result = next(action);
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED')
      document.getElementById('chat').classList.add('connected');
    if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload.activity.type === 'message')
      welcome.hidden = true;
    return result;
  };

  async function start({ startOver = false } = {}) {
    if (chat) {
      chat.subscription.unsubscribe();
      chat.directLine.end();
      chat = undefined;
    }
    const token = await freshToken(startOver);
    const fresh = document.createElement('div');
    fresh.id = 'chat';
    document.getElementById('chat').replaceWith(fresh);

    status.textContent = opening;
    const directLine = window.WebChat.createDirectLine({
      token,
      domain: `${location.origin}/v3/directline`,
      conversationStartProperties: { locale: language },
    });
    const store = window.WebChat.createStore({}, watch);
    const subscription = directLine.connectionStatus$.subscribe(value => {
      if (value === connection.ExpiredToken || value === connection.FailedToConnect)
        setTimeout(start, 1000);
    });
    chat = { directLine, store, subscription };
    render();
  }

  function askToStartOver() {
    const sure = document.getElementById('sure');
    sure.returnValue = 'no';
    sure.showModal();
    sure.addEventListener('close', () => {
      if (sure.returnValue === 'yes')
        start({ startOver: true });
    }, { once: true });
  }

  const startOverButton = document.getElementById('start-over');
  startOverButton.hidden = false;
  startOverButton.addEventListener('click', askToStartOver);
  dark.addEventListener('change', () => chat && render());
  start();
})();
