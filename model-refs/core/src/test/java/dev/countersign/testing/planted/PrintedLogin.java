package dev.countersign.testing.planted;

record PrintedLogin(String user, String password) {}
