// What the vendor's script is to the element, in as few lines as will do.
const { vipps = {} } = JSON.parse(document.querySelector('#scenario').textContent);

window.payex = {
  hostedView: {
    vipps: (config) => ({
      open() {
        const frame = document.createElement('iframe');
        frame.title = 'Vipps';
        frame.srcdoc = '<!doctype html><html lang="en"><title>Vipps</title><p>The vendor’s page.';
        document.getElementById(config.container).append(frame);
        if (vipps.event) setTimeout(() => config[vipps.event]({ details: 'As it was told to' }));
      },
    }),
  },
};
