package org.sparekey.architecture.wrong.web.user.start;

public class WrongLauncher {}
