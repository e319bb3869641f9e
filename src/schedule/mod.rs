//! The text form of a schedule, and the policies that choose who moves next.
