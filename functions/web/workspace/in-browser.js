import { AmazonConnectApp } from '@amazon-connect/app';

// What the agents' app does in its frame: it learns from the workspace which contact it stands beside and opens
// that call's page in a window of its own, always the same one. Where the browser holds the window back, the
// agent presses the button.
const link = document.getElementById('open');

AmazonConnectApp.init({
  onCreate: ({ context: { scope } }) => {
    if (scope === undefined || !('contactId' in scope)) return;
    link.href = `/calls/${encodeURIComponent(scope.contactId)}`;
    document.body.dataset.call = 'here';
    window.open(link.href, link.target);
  },
});
