// What the vendor's script is to the element, in as few lines as will do.
const { vipps = {} } = JSON.parse(document.querySelector('#scenario').textContent);

window.payex = {
  hostedView: {
    vipps: (config) => ({
      open() {
        const frame = document.createElement('iframe');
        frame.title = 'Vipps';
        frame.srcdoc =
          '<!doctype html><html lang="en"><title>Vipps</title>' +
          '<body style="background: #fff; color: #000"><main><h1>The vendor’s page</h1></main>';
        document.getElementById(config.container).append(frame);
        if (vipps.event) setTimeout(() => config[vipps.event]({ details: 'As it was told to' }));
      },
    }),
  },
};
