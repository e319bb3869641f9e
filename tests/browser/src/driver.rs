//! The browser's driver: starts it on a free port, opens sessions in it and ends it.
use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::{
    env,
    net::{Ipv4Addr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

pub struct Driver {
    child: Child,
    port: u16,
    browser: String,
}

impl Driver {
    /// `LOCKSTEP_DRIVER` and `LOCKSTEP_BROWSER` name the programs; `cargo xtask test` sets them.
    pub fn start() -> Result<Driver> {
        let program = env::var("LOCKSTEP_DRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let browser =
            env::var("LOCKSTEP_BROWSER").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let child = Command::new(&program)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("could not start {program}"))?;
        let driver = Driver {
            child,
            port,
            browser,
        };
        let deadline = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if Instant::now() > deadline {
                bail!("{program} does not answer on port {port}");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }

    pub async fn open(&self, javascript: bool) -> Result<Client> {
        let mut arguments = vec![
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
        ];
        // Nothing that the browser does for itself may wait for a network.
        arguments.extend([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ]);
        arguments.extend(["--disable-quic", "--no-first-run", "--window-size=1280,900"]);
        // 2: block.
        let preferences = if javascript {
            json!({})
        } else {
            json!({ "profile.managed_default_content_settings.javascript": 2 })
        };
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": self.browser, "args": arguments, "prefs": preferences },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let capabilities: Capabilities = serde_json::from_value(capabilities)?;
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .context("the browser did not start")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let ended = self.child.kill().and_then(|()| self.child.wait());
        if let Err(error) = ended {
            eprintln!("could not end the browser's driver: {error}");
        }
    }
}
