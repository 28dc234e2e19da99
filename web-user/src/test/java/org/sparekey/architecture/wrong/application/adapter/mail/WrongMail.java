package org.sparekey.architecture.wrong.application.adapter.mail;

public class WrongMail {}
