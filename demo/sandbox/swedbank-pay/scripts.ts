import type { Payment } from './payments.js';

/**
 * The vendor's client script, as far as its documents tell: it defines `payex.hostedView.vipps(config)`,
 * whose `open()` puts an iframe into the container. An event without a handler has a default.
 */
export function clientScript(frame: string, { completeUrl, cancelUrl }: Payment): string {
  const settings = JSON.stringify({ frame, completeUrl, cancelUrl });
  return `(function () {
  var settings = ${settings};
  var defaults = {
    onPaymentCompleted: function () { top.location.href = settings.completeUrl; },
    onPaymentFailed: function () { top.location.href = settings.completeUrl; },
    onPaymentCanceled: function () { top.location.href = settings.cancelUrl; },
    onExternalRedirect: function (detail) { top.location.href = detail.redirectUrl; },
    onApplicationConfigured: function () {},
  };
  function vipps(config) {
    function tell(event, detail) {
      var handler = config[event] || defaults[event];
      if (handler) handler(detail);
    }
    return {
      open: function () {
        var iframe = document.createElement('iframe');
        iframe.src = settings.frame;
        iframe.title = 'Vipps';
        iframe.width = '100%';
        iframe.height = '700';
        iframe.style.border = '0';
        addEventListener('message', function (event) {
          if (event.source === iframe.contentWindow) tell(event.data.event, event.data.detail);
        });
        iframe.onload = function () {
          tell('onApplicationConfigured', { actionType: 'Configured', bodyHeight: 700, source: 'iframe' });
        };
        document.getElementById(config.container).replaceChildren(iframe);
      },
    };
  }
  globalThis.payex = { hostedView: { vipps: vipps } };
})();
`;
}

/** In the iframe: a button tells the server, and the server's answer is told to the page around it. */
export const frameScript = `
document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await fetch(location.href, {
    method: 'POST',
    body: new URLSearchParams({ deed: event.submitter.value }),
  });
  for (const said of await answer.json()) parent.postMessage(said, '*');
})`;
