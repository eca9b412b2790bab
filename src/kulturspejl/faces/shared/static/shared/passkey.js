// Passkeys exist only over https or on localhost; elsewhere the page does not offer what cannot work.
const works = window.isSecureContext && window.PublicKeyCredential;
for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = !works;
for (const part of document.querySelectorAll("[data-passkey-missing]")) part.hidden = works;
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const part of document.querySelectorAll("[data-passkey-fault]")) part.hidden = false;
});
