package dev.migrate.autoconfigure.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with one entity. */
@SpringBootApplication
public class ShopApplication {}
