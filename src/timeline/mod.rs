//! Pure layout: a trace in, lanes, slices and flows out. Must not know the browser.
