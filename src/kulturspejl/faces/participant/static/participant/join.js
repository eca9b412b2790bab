// Whoever scans their card gets the words filled in. They stand after the #, and leave the address bar at once.
// The press is left to a person: a link from somebody else must not make this phone theirs.
const field = document.querySelector("#words");
if (field && location.hash.length > 1) {
  field.value = decodeURIComponent(location.hash.slice(1)).split("-").join(" ").slice(0, 200);
  history.replaceState(null, "", location.pathname + location.search);
  const fold = field.closest("details");
  fold.open = true;
  fold.scrollIntoView();
  field.form.querySelector("button").focus();
}
