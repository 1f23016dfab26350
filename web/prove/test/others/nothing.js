// In place of ours: the SDK alone.
