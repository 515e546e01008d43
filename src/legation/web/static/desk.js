// Improves what already works without it: moments in the reader's own time zone and language.
"use strict";

function localMoments(root) {
  const format = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
  for (const element of root.querySelectorAll("time.moment")) {
    const moment = new Date(element.dateTime);
    if (!Number.isNaN(moment.getTime())) {
      element.title = element.textContent;
      element.textContent = format.format(moment);
    }
  }
}

// A link to words in an article names their place; the finding there gives the element to go to.
function goToWords() {
  const place = /^#at-(\d+)$/.exec(location.hash);
  if (!place) return;
  const finding = document.querySelector(`[data-start="${place[1]}"] a[href^="#words-"]`);
  if (finding) location.replace(finding.getAttribute("href"));
}

localMoments(document);
goToWords();
document.addEventListener("htmx:after:swap", () => localMoments(document));
