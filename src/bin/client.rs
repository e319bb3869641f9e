//! The page's module: takes over the prerendered players.

fn main() {
    console_error_panic_hook::set_once();
    lockstep::ui::screen::start();
}
