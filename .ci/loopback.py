"""Bring up the loopback device, by which processes of one machine talk: a network of one's own begins without it."""

import fcntl
import socket
import struct

SET_FLAGS, UP_AND_RUNNING = 0x8914, 0x41

with socket.socket() as any_socket:
    fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sH14x", b"lo", UP_AND_RUNNING))
