import { AmazonConnectApp } from '@amazon-connect/app';

// Read the contact of the agent from the workspace and open its page in a window, always the same one. If the browser
// blocks the window, the agent presses the button.
const link = document.getElementById('open');

AmazonConnectApp.init({
  onCreate: ({ context: { scope } }) => {
    if (scope === undefined || !('contactId' in scope)) return;
    link.href = `/calls/${encodeURIComponent(scope.contactId)}`;
    document.body.dataset.call = 'here';
    window.open(link.href, link.target);
  },
});
