package org.sparekey.architecture.wrong.application.port;

public interface WrongPort {}
