"""The desk: store, search, transfer."""
