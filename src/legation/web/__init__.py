"""The desk: a web site, calendars, feeds and an API over one calendar. ``app.create_app`` makes it."""
