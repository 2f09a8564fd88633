// The only home of what keeps autosave and the buttons of a form from saving it at the same moment.
//
// Otherwise a slow answer makes two pages of one, or a draft out of what was just published. A button waits for the
// autosave that is on its way, and once a form is sent nothing is autosaved any more. Wagtail's autosave says what it
// does in events, and does not save where "save" is prevented.
{
  const saving = new Set();
  const waiting = new Map();
  const sent = new Set();

  window.addEventListener("w-autosave:save", (event) => {
    if (sent.has(event.target)) {
      event.preventDefault();
    } else if (!event.defaultPrevented) {
      saving.add(event.target);
    }
  });

  // Before any other listener, as those take the form for sent.
  window.addEventListener(
    "submit",
    (event) => {
      if (saving.has(event.target)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        waiting.set(event.target, event.submitter);
      }
    },
    { capture: true },
  );

  window.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) {
      sent.add(event.target);
    }
  });

  for (const end of ["w-autosave:success", "w-autosave:error"]) {
    window.addEventListener(end, ({ target: form }) => {
      saving.delete(form);
      if (waiting.has(form)) {
        const button = waiting.get(form);
        waiting.delete(form);
        // Wagtail disables the button that was pressed, and a form does not tell which disabled button sent it.
        const disabled = button?.disabled;
        if (button) button.disabled = false;
        form.requestSubmit(button);
        if (button) button.disabled = disabled;
      }
    });
  }

  // Whoever comes back to the form by the browser's button goes on writing.
  window.addEventListener("pageshow", () => sent.clear());
}
