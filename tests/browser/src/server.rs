//! A plain file server, as simple as the one a static site may meet: no compression, no rewriting but for
//! `index.html` and `404.html`. Serves one folder under one path.
use anyhow::Result;
use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
};

pub struct Server {
    port: u16,
    base: String,
    /// Served instead of what is in the folder.
    instead: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
}

pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
    kind: &'static str,
}

impl Server {
    /// Serves `folder` under the path `base` until the program ends.
    pub fn start(folder: PathBuf, base: &str) -> Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = listener.local_addr()?.port();
        let prefix = base.to_owned();
        let instead = Arc::new(Mutex::new(BTreeMap::<String, Vec<u8>>::new()));
        let shared = Arc::clone(&instead);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (folder, prefix) = (folder.clone(), prefix.clone());
                let instead = Arc::clone(&shared);
                // A browser that closes a connection early is none of our business.
                thread::spawn(move || serve(stream, &folder, &prefix, &instead).ok());
            }
        });
        Ok(Server {
            port,
            base: base.to_owned(),
            instead,
        })
    }

    /// The address of the site's root, with a slash at the end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.base)
    }

    /// The path of the site's root, with a slash at both ends.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Serves bytes for a path from now on, whatever is in the folder.
    pub fn put(&self, path: &str, bytes: Vec<u8>) {
        if let Ok(mut instead) = self.instead.lock() {
            instead.insert(path.to_owned(), bytes);
        }
    }

    /// Serves what is in the folder again.
    pub fn put_all_back(&self) {
        if let Ok(mut instead) = self.instead.lock() {
            instead.clear();
        }
    }

    /// What the server answers for a path that starts with a slash.
    pub fn get(&self, path: &str) -> Result<Answer> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")?;
        let mut text = Vec::new();
        stream.read_to_end(&mut text)?;
        let end = text
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap_or(text.len());
        let head = String::from_utf8_lossy(&text[..end]);
        let status = head.split(' ').nth(1).unwrap_or_default().parse()?;
        Ok(Answer {
            status,
            body: text[end + 4..].to_vec(),
            kind: "",
        })
    }
}

fn serve(
    mut stream: TcpStream,
    folder: &Path,
    base: &str,
    instead: &Mutex<BTreeMap<String, Vec<u8>>>,
) -> Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let other = instead
        .lock()
        .ok()
        .and_then(|known| known.get(path).cloned());
    let answer = match other {
        Some(body) => Answer {
            status: 200,
            body,
            kind: kind(Path::new(path)),
        },
        None => answer(folder, base, path),
    };
    let length = answer.body.len();
    write!(
        stream,
        "HTTP/1.1 {} -\r\nContent-Type: {}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n",
        answer.status, answer.kind
    )?;
    Ok(stream.write_all(&answer.body)?)
}

fn answer(folder: &Path, base: &str, path: &str) -> Answer {
    let file = path
        .strip_prefix(base)
        .filter(|rest| !rest.split('/').any(|part| part == ".."))
        .map(|rest| {
            let file = folder.join(rest);
            if rest.is_empty() || rest.ends_with('/') {
                file.join("index.html")
            } else {
                file
            }
        });
    if let Some(file) = file
        && let Ok(body) = fs::read(&file)
    {
        return Answer {
            status: 200,
            body,
            kind: kind(&file),
        };
    }
    let body = fs::read(folder.join("404.html")).unwrap_or_default();
    Answer {
        status: 404,
        body,
        kind: "text/html; charset=utf-8",
    }
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json" | "webmanifest") => "application/json",
        Some("txt" | "py") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
