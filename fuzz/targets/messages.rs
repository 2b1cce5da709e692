//! Broken framing, JSON or parameters cost a message, never the session.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = beleg::server::transport::understood(bytes);
});
