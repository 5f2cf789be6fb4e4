(() => {
  let posted = false;
  // A page that a browser or a chat only prepares or previews is not a phone that scans.
  const post = () => {
    if (posted || document.prerendering || document.visibilityState !== 'visible') return;
    posted = true;
    document.getElementById('scan').submit();
  };
  document.addEventListener('visibilitychange', post);
  document.addEventListener('prerenderingchange', post);
  post();
})();
