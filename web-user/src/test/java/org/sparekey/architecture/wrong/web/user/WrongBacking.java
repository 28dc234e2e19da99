package org.sparekey.architecture.wrong.web.user;

public class WrongBacking {}
