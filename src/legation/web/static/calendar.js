// Puts FullCalendar in the place of the plain month; where it cannot run, the plain month stays.
"use strict";

function showCalendar() {
  const element = document.getElementById("fullcalendar");
  if (!element || typeof FullCalendar === "undefined") return;
  const isNarrow = window.matchMedia("(max-width: 46rem)").matches;
  // In a list a vague date would stand under each of its days: there it stands once, under the first.
  const once = (view, from) => (event) => {
    if (!view.startsWith("list") || !event.classNames.includes("band")) return event;
    const start = event.start > from ? event.start : from;
    return { ...event, start, end: undefined };
  };
  const extra = [...new URLSearchParams(location.search)].filter(([name]) => name !== "month");
  element.hidden = false;
  const calendar = new FullCalendar.Calendar(element, {
    initialView: isNarrow ? "listMonth" : "dayGridMonth",
    initialDate: element.dataset.month,
    headerToolbar: { left: "prev,next today", center: "", right: "dayGridMonth,dayGridWeek,listMonth" },
    // FullCalendar's own arrows are a font in a data: address, which the content security policy keeps out.
    buttonIcons: false,
    buttonText: { prev: "‹", next: "›", today: "Today", month: "Month", week: "Week", list: "List" },
    buttonHints: { prev: "$0 before", next: "$0 after" },
    firstDay: 1,
    height: "auto",
    dayMaxEvents: 6,
    eventDisplay: "block",
    lazyFetching: false,
    events(span, succeed, fail) {
      const query = new URLSearchParams([...extra, ["start", span.startStr], ["end", span.endStr]]);
      fetch(`${element.dataset.events}?${query}`)
        .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
        .then((found) => succeed(found.map(once(calendar.view.type, span.startStr.slice(0, 10)))))
        .catch(fail);
    },
    eventDidMount(info) { info.el.title = info.event.title; },
    datesSet(info) {
      const middle = info.view.calendar.getDate();
      const month = `${middle.getFullYear()}-${String(middle.getMonth() + 1).padStart(2, "0")}`;
      const address = new URL(location.href);
      if (address.searchParams.get("month") !== month && month !== element.dataset.month.slice(0, 7)) {
        address.searchParams.set("month", month);
        history.replaceState(null, "", address);
      }
      document.getElementById("month-name").textContent = info.view.title;
    },
  });
  calendar.render();
  document.getElementById("plain-calendar").hidden = true;
  for (const element of document.querySelectorAll(".no-script-only")) element.hidden = true;
}

showCalendar();
